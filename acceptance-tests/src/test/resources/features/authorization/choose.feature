Feature: One consent, several accounts
  Facebook Login shows every Page that a person ticked. One account belongs to a connexion, and nobody guesses which.

  Background:
    Given the organisations "Atelier Vert" and "Maison Bleue"
    And "Atelier Vert" has a connexion
    And a person at Facebook with the Pages "North", "South" and "East"

  Scenario: The platform chooses
    When "Atelier Vert" starts to connect it through Facebook
    And the owner opens the link and consents
    Then the session is "awaiting_choice"
    And it offers the accounts of the Pages "North", "South" and "East"
    And the connexion is "pending"
    When "Atelier Vert" chooses the account of the Page "South"
    Then the session is "completed"
    And the connexion is "active"
    And the connexion is linked to the account of the Page "South"
    And it can "publish", "insights" and "comments"
    And its token has no end, and its renewal is not planned
    And the audit says in this order: "connexion.created", "connexion.authorization_started", "connexion.activated"

  Scenario: The owner chooses in the browser
    When "Atelier Vert" starts to connect it through Facebook
    And the owner opens the link and consents
    And the owner chooses the account of the Page "East" in the browser
    Then the session is "completed"
    And the connexion is linked to the account of the Page "East"

  Scenario: Nobody chooses in another browser
    When "Atelier Vert" starts to connect it through Facebook
    And the owner opens the link and consents
    And somebody chooses the account of the Page "East" in another browser
    Then the browser is told that there is nothing to choose
    And the session is "awaiting_choice"

  Scenario: Where one Page is ticked there is nothing to choose
    When "Atelier Vert" starts to connect it through Facebook
    And the owner opens the link and consents to the Page "North" only
    Then the session is "completed"
    And the connexion is linked to the account of the Page "North"

  Scenario: A Page that was not ticked is not offered
    When "Atelier Vert" starts to connect it through Facebook
    And the owner opens the link and consents to everything but the Page "North"
    Then it offers the accounts of the Pages "South" and "East"

  Scenario: Whoever ticks no Page connects nothing
    When "Atelier Vert" starts to connect it through Facebook
    And the owner opens the link and consents without any Page
    Then the session is "failed", because of "no_professional_account"
    And the connexion is "pending"

  Scenario: A Page without an account says so
    Given that person has the Page "West", to which no Instagram account is linked
    When "Atelier Vert" starts to connect it through Facebook
    And the owner opens the link and consents
    Then it offers the accounts of the Pages "North", "South" and "East"
    And it cannot offer the Page "West", because of "not_linked"

  Scenario: Nothing but a Page without an account
    Given a person at Facebook without Pages
    And that person has the Page "West", to which no Instagram account is linked
    When "Atelier Vert" starts to connect it through Facebook
    And the owner opens the link and consents
    Then the session is "failed", because of "no_professional_account"
    And it cannot offer the Page "West", because of "not_linked"

  Scenario: Not everything was granted
    When "Atelier Vert" starts to connect it through Facebook
    And the owner opens the link and consents to the Page "North" only, but not to "instagram_manage_insights"
    Then the connexion is "active"
    And the permission "instagram_manage_insights" is missing
    And it cannot "insights", because of "scope_missing"

  Scenario: The owner says no
    When "Atelier Vert" starts to connect it through Facebook
    And the owner opens the link and denies
    Then the session is "failed", because of "denied"

  Scenario: Two hundred and fifty Pages
    Given a person at Facebook with 250 Pages
    When "Atelier Vert" starts to connect it through Facebook
    And the owner opens the link and consents
    Then it offers 250 accounts
    When "Atelier Vert" chooses the account of the Page "Page 250"
    Then the connexion is linked to the account of the Page "Page 250"

  Scenario: An account that is not among them
    When "Atelier Vert" starts to connect it through Facebook
    And the owner opens the link and consents
    And "Atelier Vert" chooses an account that the consent does not show
    Then the choice is refused, because the account is not among them
    And the session is "awaiting_choice"

  Scenario: An account that another connexion holds
    Given "Atelier Vert" is connected through Facebook to the account of the Page "North"
    And "Atelier Vert" has a connexion
    When "Atelier Vert" starts to connect it through Facebook
    And the owner opens the link and consents
    Then it offers the accounts of the Pages "South" and "East"
    And it cannot offer the Page "North", because of "already_linked"
    When "Atelier Vert" chooses the account of the Page "North"
    Then the choice is refused, because another connexion holds the account

  Scenario: The choice is made once
    When "Atelier Vert" starts to connect it through Facebook
    And the owner opens the link and consents
    And "Atelier Vert" chooses the account of the Page "South"
    And "Atelier Vert" chooses the account of the Page "North"
    Then the choice is refused, because there is nothing to choose
    And the connexion is linked to the account of the Page "South"

  Scenario: The choice has an end
    When "Atelier Vert" starts to connect it through Facebook
    And the owner opens the link and consents
    And 24 hours pass
    And 2 replicas do their background work at the same time
    Then the session is "expired"
    When "Atelier Vert" chooses the account of the Page "South"
    Then the choice is refused, because there is nothing to choose

  Scenario: A newer session takes the place of one that awaits a choice
    When "Atelier Vert" starts to connect it through Facebook
    And the owner opens the link and consents
    And "Atelier Vert" starts to connect it through Facebook
    Then the earlier session is "superseded"

  Scenario: No other organisation chooses
    When "Atelier Vert" starts to connect it through Facebook
    And the owner opens the link and consents
    And "Maison Bleue" chooses the account of the Page "South"
    Then the choice is refused, because there is no such session
    And the session is "awaiting_choice"

  Scenario: Meta is out of order when the account is proved
    When "Atelier Vert" starts to connect it through Facebook
    And the owner opens the link and consents
    And Meta stops answering
    And "Atelier Vert" chooses the account of the Page "South"
    Then the choice is refused, because Meta gave no answer
    When Meta answers again
    And "Atelier Vert" chooses the account of the Page "South"
    Then the session is "completed"

  Scenario: A reconnect asks nobody
    Given "Atelier Vert" is connected through Facebook to the account of the Page "South"
    When "Atelier Vert" starts to connect it through Facebook
    And the owner opens the link and consents
    Then the session is "completed"
    And the connexion is linked to the account of the Page "South"
    And its id, key and creation are what they were

  Scenario: A reconnect takes no other account
    Given "Atelier Vert" is connected through Facebook to the account of the Page "South"
    When "Atelier Vert" starts to connect it through Facebook
    And the owner opens the link and consents to everything but the Page "South"
    Then the session is "failed", because of "wrong_account"
    And the connexion is linked to the account of the Page "South"

  Scenario: The connexion is erased while a choice is awaited
    When "Atelier Vert" starts to connect it through Facebook
    And the owner opens the link and consents
    And "Atelier Vert" erases the connexion
    And "Atelier Vert" chooses the account of the Page "South"
    Then the choice is refused, because there is no such session
    And the connexion is unknown to "Atelier Vert"
