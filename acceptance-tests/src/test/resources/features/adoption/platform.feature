Feature: The platform writes to its table itself
  The table is the platform's. What stood there before us, and what it goes on writing past us, is shown for what it is.

  Background:
    Given the organisations "Atelier Vert" and "Maison Bleue"

  Scenario: A token that the platform stored is usable at once, and sealed soon after
    Given the platform stored a connexion of "Atelier Vert" as "active" with the token "EAAlegacy"
    Then the connexion is "active"
    And the token "EAAlegacy" stands in clear text
    When the service does its background work
    Then the token "EAAlegacy" stands nowhere in clear text
    And a service of "Atelier Vert" gets the token "EAAlegacy"
    And the connexion is unknown to "Maison Bleue"

  Scenario: It is renewed like any other, counted from when it was first seen
    Given the platform stored a connexion of "Atelier Vert" as "active" with the token "EAAlegacy"
    When the service does its background work
    Then it will be renewed 30 days before its token ends

  Scenario: A status that no connexion can have
    Given the platform stored a connexion of "Atelier Vert" as "connected" with the token "EAAlegacy"
    Then the connexion is "error"
    And these filters find so many:
      | filter        | found |
      | status=error  | 1     |
      | status=active | 0     |
    When the service does its background work
    Then the token "EAAlegacy" stands nowhere in clear text
    And the connexion is "error"

  Scenario: Active without a token
    Given the platform stored a connexion of "Atelier Vert" as "active" without a token
    Then the connexion is "error"
    When a service of "Atelier Vert" reads the connexion's access token
    Then it is refused, because the connexion must be connected anew

  Scenario: The platform goes on writing
    Given "Atelier Vert" is connected to an Instagram account
    When the platform writes the status "a_reautoriser"
    Then the connexion is "reauthorization_required"
    When the platform writes the token "EAAnewer"
    And the platform writes the status "active"
    And the service does its background work
    Then the token "EAAnewer" stands nowhere in clear text
    And a service of "Atelier Vert" gets the token "EAAnewer"
