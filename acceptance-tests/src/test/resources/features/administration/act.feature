Feature: An administrator of the platform reaches beyond its own organisation
  For a reason that is said, never by accident, and never unseen by those whose connexions they are.

  Background:
    Given the organisations "Atelier Vert" and "Maison Bleue"
    And "Atelier Vert" is connected to an Instagram account

  Scenario: Without a reason there is nothing to see
    When an administrator looks at the connexion without saying why
    Then the connexion is unknown
    And the audit of "Atelier Vert" speaks of no administrator

  Scenario: A look for a reason is written down where it falls
    When an administrator looks at the connexion because of "ticket 4711"
    Then it sees the connexion of "Atelier Vert" as its own people do
    And the audit of "Atelier Vert" says last that an administrator "access.granted" because of "ticket 4711"
    And the audit chain holds

  Scenario: What an administrator changes is its own doing
    When an administrator disables the connexion because of "a complaint"
    Then it is disabled
    And the audit of "Atelier Vert" says last that an administrator "connexion.disabled" because of "a complaint"
    And the audit chain holds

  Scenario: Making something for an organisation
    When an administrator creates a connexion in "Maison Bleue" because of "a migration"
    Then the connexion is "pending"
    And the audit of "Maison Bleue" says last that an administrator "connexion.created" because of "a migration"
    And the audit of "Atelier Vert" speaks of no administrator

  Scenario: The list of one organisation
    Given "Maison Bleue" has 2 connexions
    When an administrator lists the connexions of "Maison Bleue" because of "an invoice"
    Then the list has 2 connexions, all of "Maison Bleue"
    And the audit of "Maison Bleue" says last that an administrator "access.granted" because of "an invoice"

  Scenario: The list of all of them
    Given "Maison Bleue" has 2 connexions
    When an administrator lists the connexions of all organisations because of "a survey"
    Then the list has connexions of "Atelier Vert" and of "Maison Bleue"
    And the audit of "Atelier Vert" speaks of no administrator

  Scenario: A reason opens nothing to anybody else
    When "Maison Bleue" looks at the connexion because of "curiosity"
    Then the connexion is unknown
    When "Maison Bleue" lists the connexions of "Atelier Vert" because of "curiosity"
    Then it is refused, because only an administrator reaches so far
    And the audit of "Atelier Vert" speaks of no administrator
