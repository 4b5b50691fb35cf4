Feature: Meta forgets what nobody needs
  Whoever erases a connexion wants the app to be let go of at Meta as well. One consent may serve many connexions, and none of
  the others may suffer by it.

  Background:
    Given the organisations "Atelier Vert" and "Maison Bleue"
    And a person at Facebook with the Pages "North" and "South"
    And "Atelier Vert" is connected through Facebook to the account of the Page "North"

  Scenario: The last connexion takes the consent with it
    When "Atelier Vert" erases the connexion
    And 2 replicas do their background work at the same time
    Then the connexion is unknown to "Atelier Vert"
    And Meta has forgotten the owner's consent
    And the audit has one entry "grant.revoked"
    And the audit's newest entry says of "grant.revoked" that it was "done"

  Scenario: Not while another connexion hangs on it
    Given "Atelier Vert" is connected through Facebook to the account of the Page "South"
    When "Atelier Vert" erases the connexion
    And the service does its background work
    Then Meta still knows the owner's consent
    And the other one is "active"
    When "Atelier Vert" erases the other one
    And the service does its background work
    Then Meta has forgotten the owner's consent

  Scenario: Not while another organisation needs it
    Given "Maison Bleue" is connected through Facebook to the account of the Page "South"
    When "Atelier Vert" erases the other one
    And the service does its background work
    Then Meta still knows the owner's consent
    And the connexion is "active"
    When "Maison Bleue" erases the connexion
    And the service does its background work
    Then Meta has forgotten the owner's consent

  Scenario: Erased although Meta does not answer, and forgotten later
    Given Meta stops answering
    When "Atelier Vert" erases the connexion
    And the service does its background work
    Then the connexion is unknown to "Atelier Vert"
    And Meta still knows the owner's consent
    When Meta answers again
    And 10 minutes pass
    And the service does its background work
    Then Meta has forgotten the owner's consent

  Scenario: Erased while the owner is consenting
    Given "Maison Bleue" has a connexion
    And a person at Facebook with the Pages "West"
    When "Maison Bleue" starts to connect it through Facebook
    And the owner opens the link and consents, and meanwhile "Maison Bleue" erases the connexion
    Then the browser is told that the link is not valid
    And the connexion is unknown to "Maison Bleue"
    When the service does its background work
    Then Meta has forgotten the owner's consent

  Scenario: Erased while a choice is open
    Given "Maison Bleue" has a connexion
    And a person at Facebook with the Pages "West" and "East"
    When "Maison Bleue" starts to connect it through Facebook
    And the owner opens the link and consents
    Then the session is "awaiting_choice"
    When "Maison Bleue" erases the connexion
    And the service does its background work
    Then Meta has forgotten the owner's consent

  Scenario: Instagram Login has no way to be told
    Given "Maison Bleue" is connected to an Instagram account
    When "Maison Bleue" erases the connexion
    And the service does its background work
    Then the audit's newest entry says of "grant.revoked" that it was "refused"
