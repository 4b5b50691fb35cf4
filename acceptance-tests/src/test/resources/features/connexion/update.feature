Feature: Changing a connexion
  Whom a connexion serves may change; what it is called and what it is linked to stays.

  Background:
    Given the organisations "Atelier Vert" and "Maison Bleue"
    And "Atelier Vert" is connected to an Instagram account

  Scenario: Another client
    When "Atelier Vert" makes the connexion serve the client "Dupont" of the type "agence"
    Then it serves the client "Dupont" of the type "agence"
    And the connexion is "active"
    And its id, key and creation are what they were
    And the audit's newest entry says that an operator "connexion.updated"

  Scenario: Twice is once
    Given "Atelier Vert" made the connexion serve the client "Dupont" of the type "agence"
    When "Atelier Vert" makes the connexion serve the client "Dupont" of the type "agence"
    Then the audit has one entry "connexion.updated"

  Scenario: As it was read
    Given "Atelier Vert" read the connexion
    When "Atelier Vert" makes what it read serve the client "Dupont" of the type "agence"
    Then it serves the client "Dupont" of the type "agence"

  Scenario: Not as it was read
    Given "Atelier Vert" read the connexion
    And "Atelier Vert" disabled that connexion
    When "Atelier Vert" makes what it read serve the client "Dupont" of the type "agence"
    Then it is refused, because the connexion is not what was read
    And it serves whom it served before

  Scenario: A stranger
    When "Maison Bleue" makes the connexion serve the client "Dupont" of the type "agence"
    Then the connexion is unknown
    And it serves whom it served before

  Scenario: Somebody who may only look
    When a viewer of "Atelier Vert" makes the connexion serve the client "Dupont" of the type "agence"
    Then it is refused, because the permission "connexions:write" is missing
