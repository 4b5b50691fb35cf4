Feature: Connecting again
  A reconnect keeps the connexion's id, key and history, and never slips in another account.

  Background:
    Given the organisations "Atelier Vert" and "Maison Bleue"
    And "Atelier Vert" is connected to the Instagram account "bakery.north"

  Scenario: The same account
    When "Atelier Vert" starts to connect it
    And the owner opens the link and consents
    Then the connexion is "active"
    And its id, key and creation are what they were
    And a service of "Atelier Vert" gets another token than before

  Scenario: Another account
    Given the Instagram account "bakery.south" of a person who will consent
    When "Atelier Vert" starts to connect it
    And the owner opens the link and consents
    Then the session is "failed", because of "wrong_account"
    And it is linked to the account "bakery.north"
