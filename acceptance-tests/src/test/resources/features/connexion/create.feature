Feature: Creating a connexion
  A platform makes a connexion for one of its clients before anybody has consented to anything.

  Background:
    Given the organisations "Atelier Vert" and "Maison Bleue"

  Scenario: A new connexion waits for its owner
    When "Atelier Vert" creates a connexion for the client "boulangerie"
    Then the connexion is "pending"
    And it is enabled
    And it can do nothing, because it is "pending"
    And its key was made up and begins with "igc_"

  Scenario: The platform may choose the key, once
    Given "Atelier Vert" has a connexion with the key "boulangerie-lyon-3"
    When "Atelier Vert" creates a connexion with the key "boulangerie-lyon-3"
    Then it is refused, because the key is already used

  Scenario: Keys belong to an organisation
    Given "Atelier Vert" has a connexion with the key "boulangerie-lyon-3"
    When "Maison Bleue" creates a connexion with the key "boulangerie-lyon-3"
    Then the connexion is "pending"

  Scenario: Two spellings of one key are one key
    Given "Atelier Vert" has a connexion with the key "café", its accent typed as one character
    When "Atelier Vert" creates a connexion with the key "café", its accent typed as two characters
    Then it is refused, because the key is already used

  Scenario: Who may only look cannot create
    When a viewer of "Atelier Vert" creates a connexion for the client "boulangerie"
    Then it is refused, because the permission "connexions:write" is missing

  Scenario: Many at once with one key make one connexion
    When 16 workers of "Atelier Vert" create a connexion with the key "once" at the same time
    Then exactly one of them made it, and the others were told that the key is already used
