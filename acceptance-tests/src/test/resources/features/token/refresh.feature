Feature: Asking for a fresh token
  A renewal that somebody asks for is never worse than none.

  Background:
    Given the organisations "Atelier Vert" and "Maison Bleue"
    And "Atelier Vert" is connected to an Instagram account

  Scenario: A token of two days
    When 48 hours pass
    And "Atelier Vert" asks for a fresh token
    Then a service of "Atelier Vert" gets another token than before
    And its latest renewal came out as "renewed"
    And Meta was asked to renew 1 times

  Scenario: Too early
    When 23 hours pass
    And "Atelier Vert" asks for a fresh token
    Then it is refused, because the token is too young
    And Meta was asked to renew 0 times

  Scenario: Meta refuses
    When 48 hours pass
    And Meta refuses to renew tokens
    And "Atelier Vert" asks for a fresh token
    Then it is refused, because Meta refused
    And the connexion is "active"
    And a service of "Atelier Vert" gets the same token as before
    And it will be renewed 30 days before its token ends

  Scenario: Too late
    When 61 days pass
    And "Atelier Vert" asks for a fresh token
    Then it is refused, because the connexion must be connected anew
    And Meta was asked to renew 0 times

  Scenario: Another organisation
    When 48 hours pass
    And "Maison Bleue" asks for a fresh token
    Then the connexion is unknown
    And Meta was asked to renew 0 times
    And the connexion of "Atelier Vert" is unchanged
