Feature: One consent that several connexions share
  Whoever consents anew decides anew about every account. The platform knows before whom that concerns, and after that none
  of them says anything that is no longer so.

  Background:
    Given the organisations "Atelier Vert" and "Maison Bleue"
    And a person at Facebook with the Pages "North", "South" and "East"
    And "Atelier Vert" is connected through Facebook to the account of the Page "North"
    And "Atelier Vert" is connected through Facebook to the account of the Page "South"
    And 2 replicas do their background work at the same time

  Scenario: They hang on one grant
    Then both hang on one grant
    When "Maison Bleue" looks at that grant
    Then the grant is unknown

  Scenario: Before a reconnect it is known whom it concerns
    When "Atelier Vert" starts to connect it through Facebook
    Then it tells that the other one is affected

  Scenario: After a reconnect the others have new tokens
    Given a service of "Atelier Vert" knows their tokens
    When "Atelier Vert" starts to connect it through Facebook
    And the owner opens the link and consents
    And 2 replicas do their background work at the same time
    Then the other one is "active"
    And a service of "Atelier Vert" gets another token than before for the other one
    And the other one's audit says last "connexion.activated"

  Scenario: What was not well is well again
    Given the platform marked the other one as "a_reautoriser"
    When "Atelier Vert" starts to connect it through Facebook
    And the owner opens the link and consents
    And 2 replicas do their background work at the same time
    Then the other one is "active"
    And the other one's audit says last "connexion.recovered"

  Scenario: Whoever is left out is told so
    When "Atelier Vert" starts to connect it through Facebook
    And the owner opens the link and consents to everything but the Page "North"
    And 2 replicas do their background work at the same time
    Then the connexion is "active"
    And the other one is "reauthorization_required", because of "page_not_granted"
    And the other one's audit says last "connexion.reauthorization_required"

  Scenario: While Meta does not answer nobody is judged
    When "Atelier Vert" starts to connect it through Facebook
    And the owner opens the link and consents to everything but the Page "North"
    And Meta stops answering
    And 2 replicas do their background work at the same time
    Then the other one is "active"
    When Meta answers again
    And 10 minutes pass
    And 2 replicas do their background work at the same time
    Then the other one is "reauthorization_required", because of "page_not_granted"
