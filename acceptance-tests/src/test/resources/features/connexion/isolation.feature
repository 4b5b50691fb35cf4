Feature: Organisations do not see each other
  What another organisation has does not exist, whatever is tried.

  Background:
    Given the organisations "Atelier Vert" and "Maison Bleue"
    And "Atelier Vert" is connected to an Instagram account

  Scenario Outline: Another organisation's connexion is unknown
    When "Maison Bleue" <tries>
    Then the connexion is unknown
    And the connexion of "Atelier Vert" is unchanged

    Examples:
      | tries                              |
      | looks at the connexion             |
      | disables the connexion             |
      | enables the connexion              |
      | erases the connexion               |
      | reads the connexion's access token |
      | reads the connexion's audit        |
      | starts to connect it               |

  Scenario: Lists hold the organisation's own
    Given "Maison Bleue" has 2 connexions
    When "Maison Bleue" lists its connexions
    Then the list has 2 connexions, all of "Maison Bleue"

  Scenario: A place in a list is worthless elsewhere
    Given "Maison Bleue" has 2 connexions
    And "Atelier Vert" has 2 connexions
    When "Maison Bleue" continues a list that "Atelier Vert" began
    Then it is refused, because the place in the list is not valid

  Scenario: One Instagram account, two organisations
    When "Maison Bleue" connects a connexion to the same Instagram account
    Then the connexion is "active"
    And the connexion of "Atelier Vert" is unchanged
