Feature: Connecting an Instagram account
  The platform sends its customer through Meta's consent, and gets back a connexion that was proved to work.

  Background:
    Given the organisations "Atelier Vert" and "Maison Bleue"
    And "Atelier Vert" has a connexion
    And the Instagram account "bakery.north" of a person who will consent

  Scenario: The whole way
    When "Atelier Vert" starts to connect it
    And the owner opens the link and consents
    Then the session is "completed"
    And the connexion is "active"
    And it is linked to the account "bakery.north"
    And it can "publish", "insights" and "comments"
    And its token is good for 60 days
    And the audit says in this order: "connexion.created", "connexion.authorization_started", "connexion.activated"
    And the audit chain holds

  Scenario: The secret is kept, and handed out to who may have it
    Given the owner connected it
    When a service of "Atelier Vert" reads the connexion's access token
    Then it gets the token that Meta gave
    And the audit's newest entry says that an operator "access_token.read"

  Scenario: An operator may not have the secret
    Given the owner connected it
    When "Atelier Vert" reads the connexion's access token
    Then it is refused, because the permission "tokens:read" is missing
    And the audit's newest entry says that an operator "access.refused"

  Scenario: There is no secret before anybody consented
    When a service of "Atelier Vert" reads the connexion's access token
    Then it is refused, because the connexion must be connected anew

  Scenario: Not everything was granted
    When "Atelier Vert" starts to connect it
    And the owner opens the link and consents to everything but "instagram_business_manage_insights"
    Then the connexion is "active"
    And the permission "instagram_business_manage_insights" is missing
    And it can "publish" and "comments"
    And it cannot "insights", because of "scope_missing"

  Scenario: The owner says no
    When "Atelier Vert" starts to connect it
    And the owner opens the link and denies
    Then the session is "failed", because of "denied"
    And the connexion is "pending"

  Scenario: A personal account cannot be connected
    Given the Instagram account "just.a.person" of a person who will consent, which is personal
    When "Atelier Vert" starts to connect it
    And the owner opens the link and consents
    Then the session is "failed", because of "no_professional_account"
    And the connexion is "pending"

  Scenario: Meta is out of order
    When "Atelier Vert" starts to connect it
    And the owner opens the link
    And Meta stops answering
    And the owner consents
    Then the session is "failed", because of "upstream_unavailable"
    And the connexion is "pending"

  Scenario: After a failure the platform tries again
    Given the owner denied once
    When "Atelier Vert" starts to connect it
    And the owner opens the link and consents
    Then the connexion is "active"

  Scenario: Looking at the link uses nothing up
    When "Atelier Vert" starts to connect it
    And a mail scanner looks at the link 3 times
    And the owner opens the link and consents
    Then the connexion is "active"

  Scenario: A newer session takes the place of an older one
    Given "Atelier Vert" started to connect it
    When "Atelier Vert" starts to connect it again
    Then the earlier session is "superseded"
    And the owner who opens the earlier link is told that it is over

  Scenario: The account is on another connexion already
    Given another connexion of "Atelier Vert" is connected to the same Instagram account
    When "Atelier Vert" starts to connect it
    And the owner opens the link and consents
    Then the session is "failed", because of "already_linked"
    And the connexion is "pending"
