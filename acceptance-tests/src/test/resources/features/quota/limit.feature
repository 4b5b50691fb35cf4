Feature: The daily limit
  An organisation decides how much of a day each of its connexions may use.

  Background:
    Given the organisations "Atelier Vert" and "Maison Bleue"
    And "Atelier Vert" has a connexion

  Scenario: Nobody has set one
    Then it has no daily limit
    When "Atelier Vert" asks for 1000 units
    Then they are "held"

  Scenario: It is set
    When "Atelier Vert" sets its daily limit to 25
    Then of its day 0 units are spent, 0 held and 25 left
    And the audit's newest entry says that an operator "quota.limit_changed"

  Scenario: It is taken away
    Given its daily limit is 0
    When "Atelier Vert" takes its daily limit away
    Then it has no daily limit
    When "Atelier Vert" asks for 1 unit
    Then they are "held"

  Scenario: None at all
    Given its daily limit is 0
    When "Atelier Vert" asks for 1 unit
    Then it is refused, because the day has no room for that

  Scenario: Lowered below what is used
    Given its daily limit is 5
    And "Atelier Vert" holds 4 units
    When "Atelier Vert" spends them
    And "Atelier Vert" sets its daily limit to 2
    Then of its day 4 units are spent, 0 held and 0 left
    When "Atelier Vert" asks for 1 unit
    Then it is refused, because the day has no room for that

  Scenario Outline: Another organisation's quota is unknown
    Given its daily limit is 5
    And "Atelier Vert" holds 2 units
    When "Maison Bleue" <tries>
    Then the connexion is unknown
    And of its day 0 units are spent, 2 held and 3 left

    Examples:
      | tries                            |
      | looks at the connexion's quota   |
      | sets its daily limit to 1000     |
      | asks for 1 unit                  |
      | spends them                      |
      | gives them back                  |
