Feature: Reserving the day's units
  Units are held before they are used, never more than the daily limit, and given back when they are not used.

  Background:
    Given the organisations "Atelier Vert" and "Maison Bleue"
    And "Atelier Vert" has a connexion
    And its daily limit is 5

  Scenario: Held, then spent
    Given "Atelier Vert" holds 2 units
    Then of its day 0 units are spent, 2 held and 3 left
    When "Atelier Vert" spends them
    Then they are "spent"
    And of its day 2 units are spent, 0 held and 3 left

  Scenario: Spending twice is spending once
    Given "Atelier Vert" holds 2 units
    When "Atelier Vert" spends them
    And "Atelier Vert" spends them
    Then they are "spent"
    And of its day 2 units are spent, 0 held and 3 left

  Scenario: Held, and given back
    Given "Atelier Vert" holds 2 units
    When "Atelier Vert" gives them back
    Then they are "released"
    And of its day 0 units are spent, 0 held and 5 left

  Scenario: What was given back cannot be spent
    Given "Atelier Vert" holds 2 units
    When "Atelier Vert" gives them back
    And "Atelier Vert" spends them
    Then it is refused, because it is too late for that

  Scenario: What was spent cannot be given back
    Given "Atelier Vert" holds 2 units
    When "Atelier Vert" spends them
    And "Atelier Vert" gives them back
    Then it is refused, because it is too late for that
    And of its day 2 units are spent, 0 held and 3 left

  Scenario: More than there is
    Given "Atelier Vert" holds 4 units
    When "Atelier Vert" asks for 2 units
    Then it is refused, because the day has no room for that
    And the audit's newest entry says that an operator "quota.exhausted"
    When "Atelier Vert" asks for 1 unit
    Then they are "held"

  Scenario: Whoever held them is gone
    Given "Atelier Vert" holds 5 units
    When 5 minutes pass
    Then of its day 0 units are spent, 0 held and 5 left
    When "Atelier Vert" asks for 3 units
    Then they are "held"
    And of its day 0 units are spent, 3 held and 2 left

  Scenario: Too late to spend
    Given "Atelier Vert" holds 5 units
    When 5 minutes pass
    And "Atelier Vert" spends them
    Then it is refused, because it is too late for that

  Scenario: The next day begins anew
    Given "Atelier Vert" holds 5 units
    And "Atelier Vert" spends them
    When 24 hours pass
    Then of its day 0 units are spent, 0 held and 5 left
    When "Atelier Vert" asks for 5 units
    Then they are "held"
    And the audit has one entry "quota.reset"

  Scenario: Many at the same time
    When 16 workers of "Atelier Vert" ask for a unit 3 times each
    Then exactly 5 of them are held, and the others were refused
    And of its day 0 units are spent, 5 held and 0 left
    And the audit has one entry "quota.exhausted"
