Feature: Erasing a connexion
  Gone means gone, the token first of all; who did it stays known.

  Background:
    Given the organisations "Atelier Vert" and "Maison Bleue"
    And "Atelier Vert" is connected to an Instagram account

  Scenario: Gone
    When "Atelier Vert" erases the connexion
    Then the connexion is unknown to "Atelier Vert"
    And the audit's newest entry says that an operator "connexion.erased"

  Scenario: Its key and its account are free again
    When "Atelier Vert" erases the connexion
    And "Atelier Vert" connects a connexion to the same Instagram account
    Then the connexion is "active"

  Scenario: A consent that comes back too late finds nothing
    Given "Atelier Vert" has a connexion that its owner is connecting
    When "Atelier Vert" erases the connexion
    And the owner consents
    Then the browser is told that the link is not valid
    And the connexion is unknown to "Atelier Vert"
