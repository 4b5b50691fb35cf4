Feature: Tokens are renewed in time
  The service renews each token at half of its life, once, whoever else runs; a failure changes nothing but the plan.

  Background:
    Given the organisations "Atelier Vert" and "Maison Bleue"
    And "Atelier Vert" is connected to an Instagram account

  Scenario: Renewed at half of its life
    Then it will be renewed 30 days before its token ends
    When 29 days pass
    And the service does its background work
    Then a service of "Atelier Vert" gets the same token as before
    When 1 days pass
    And the service does its background work
    Then a service of "Atelier Vert" gets another token than before
    And the connexion is "active"
    And its latest renewal came out as "renewed"
    And it will be renewed 30 days before its token ends
    And the audit has one entry "connexion.renewed"
    And the audit chain holds

  Scenario: Still usable after a year
    When 30 days pass
    And the service does its background work
    And 30 days pass
    And the service does its background work
    And 30 days pass
    And the service does its background work
    Then the connexion is "active"
    And it can "publish" and "insights"

  Scenario: Several replicas renew it once
    When 31 days pass
    And 3 replicas do their background work at the same time
    Then Meta was asked to renew 1 times
    And a service of "Atelier Vert" gets another token than before

  Scenario: Meta refuses
    When 31 days pass
    And Meta refuses to renew tokens
    And the service does its background work
    Then the connexion is "active"
    And a service of "Atelier Vert" gets the same token as before
    And its latest renewal came out as "token_refused"
    And the audit has one entry "connexion.renewal_failed"
    When the service does its background work
    Then Meta was asked to renew 1 times
    When 5 minutes pass
    And the service does its background work
    Then Meta was asked to renew 2 times

  Scenario: Its end is said
    When 61 days pass
    And the service does its background work
    Then the connexion is "expired"
    And it will not be renewed
    And the audit has one entry "connexion.expired"
    And Meta was asked to renew 0 times
    When a service of "Atelier Vert" reads the connexion's access token
    Then it is refused, because the connexion must be connected anew
