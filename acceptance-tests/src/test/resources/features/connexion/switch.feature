Feature: The operator's switch
  Enabled is what the operator wants, healthy is what Meta says; neither changes the other.

  Background:
    Given the organisations "Atelier Vert" and "Maison Bleue"
    And "Atelier Vert" is connected to an Instagram account

  Scenario: Off
    When "Atelier Vert" disables the connexion
    Then it is disabled
    And the connexion is "active"
    And it can do nothing, because it is "disabled"
    And the audit's newest entry says that an operator "connexion.disabled"

  Scenario: And on again
    Given "Atelier Vert" disabled that connexion
    When "Atelier Vert" enables the connexion
    Then it is enabled
    And it can "publish"

  Scenario: Twice is once
    Given "Atelier Vert" disabled that connexion
    When "Atelier Vert" disables the connexion
    Then it is disabled
    And the audit has one entry "connexion.disabled"
