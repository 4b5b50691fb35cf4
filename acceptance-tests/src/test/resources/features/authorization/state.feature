Feature: Nobody slips into somebody else's consent
  The way back from Meta is for one use, for ten minutes, and only for the browser that went there.

  Background:
    Given the organisations "Atelier Vert" and "Maison Bleue"
    And "Atelier Vert" has a connexion
    And the Instagram account "bakery.north" of a person who will consent
    And "Atelier Vert" started to connect it
    And the owner opened the link

  Scenario: Replayed
    Given the owner consented
    When the same way back is tried again
    Then the browser is told that the link is not valid
    And Meta was asked to exchange one code

  Scenario: A code that was used already
    Given the owner consented
    When the code that connected it is brought back to another connexion of "Atelier Vert"
    Then the session is "failed", because of "code_rejected"
    And the connexion is "pending"
    And the connexion that it connected is as it was, its token included

  Scenario: Tried by many at once
    When the owner consents, and the way back is tried 20 times at once
    Then exactly one of them completes
    And Meta was asked to exchange one code

  Scenario: In another browser
    When the owner consents, but another browser comes back
    Then the browser is told that the link is not valid
    And the session is "pending"
    And the connexion is "pending"

  Scenario: Altered
    When the owner consents, but the state comes back altered
    Then the browser is told that the link is not valid
    And the connexion is "pending"

  Scenario: Within ten minutes
    When 9 minutes and 59 seconds pass
    And the owner consents
    Then the connexion is "active"

  Scenario: After ten minutes
    When 10 minutes pass
    And the owner consents
    Then the browser is told that the link is not valid
    And the connexion is "pending"

  Scenario: The link itself is good for a day, and may be opened again
    When 10 minutes pass
    And the owner opens the link and consents
    Then the connexion is "active"

  Scenario: After a day it is over
    When 24 hours pass
    Then the session is "expired"
    And the owner who opens the link is told that it is over

  Scenario: The answer of the other login product
    Given "Atelier Vert" has a connexion
    When "Atelier Vert" starts to connect it through Facebook
    And the owner opens the link, and an Instagram consent to another connexion comes back
    Then the session is "failed", because of "code_rejected"
    And the connexion is "pending"

  Scenario: Many that nobody ever finishes
    When "Atelier Vert" starts to connect 150 connexions
    Then 99 of them have a link, and the others are told to come later
    When 24 hours pass
    And "Atelier Vert" starts to connect 10 connexions
    Then 10 of them have a link, and the others are told to come later
