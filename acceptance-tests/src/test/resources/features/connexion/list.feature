Feature: Listing connexions
  Lists are walked page by page; what is created meanwhile disturbs nothing.

  Background:
    Given the organisations "Atelier Vert" and "Maison Bleue"

  Scenario: Newest first, to the end, each once
    Given "Atelier Vert" has 7 connexions
    When "Atelier Vert" walks through its connexions 3 at a time
    Then it met each of its 7 connexions once, the newest first
    And it took 3 pages

  Scenario: What is created during the walk is not met, what was there is
    Given "Atelier Vert" has 5 connexions
    When "Atelier Vert" walks through its connexions 2 at a time, creating one after each page
    Then it met each of the 5 connexions that were there once

  Scenario: Filters
    Given "Atelier Vert" is connected to an Instagram account
    And "Atelier Vert" has 2 connexions
    And "Atelier Vert" has a connexion with the key "the-one"
    And "Atelier Vert" disabled that connexion
    Then these filters find so many:
      | filter             | found |
      | status=active      | 1     |
      | status=pending     | 3     |
      | status=revoked     | 0     |
      | enabled=false      | 1     |
      | enabled=true       | 3     |
      | key=the-one        | 1     |
      | capability=publish | 1     |
      | clientType=reseau  | 4     |
