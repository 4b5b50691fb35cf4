package dev.connexions.acceptance.memory;

import dev.connexions.acceptance.Driver.Decision;
import dev.connexions.acceptance.Driver.OnPage;
import dev.connexions.acceptance.Driver.Person;
import dev.connexions.application.authorization.InstagramLogin.Code;
import dev.connexions.application.testing.FakeInstagram;
import dev.connexions.application.testing.Fixtures;
import dev.connexions.domain.authorization.Candidate;
import dev.connexions.domain.authorization.Obstacle;
import dev.connexions.domain.connexion.Account;
import dev.connexions.domain.connexion.AccountId;
import dev.connexions.domain.connexion.AccountType;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.connexion.Scopes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** People at Meta, and what they do on its page. */
final class MemoryConsent {

    private final FakeInstagram instagram;
    private final Map<String, Account> accounts = new HashMap<>();

    MemoryConsent(FakeInstagram instagram) {
        this.instagram = instagram;
        instagram.offers(Set.of(LoginProduct.values()));
    }

    Person person(String username, boolean personal) {
        var made = Fixtures.account();
        var account = new Account(made.id(), username, personal ? null : AccountType.BUSINESS, null);
        accounts.put(username, account);
        return new Person(username, "unused", account.id().value());
    }

    static Person facebookPerson(String username) {
        return new Person(username + "." + UUID.randomUUID(), "unused", "");
    }

    /** As the app knows the person. */
    static String facebookId(Person person) {
        return "person-" + person.username();
    }

    static Person withPage(Person person, String name, boolean linked) {
        var account = Fixtures.pageAccount();
        var page = String.valueOf(account.pageId());
        return person.with(name, linked ? new OnPage(page, account.id().value(), name) : new OnPage(page, null, null));
    }

    Code allow(String state, List<String> asked, Person person, Decision.Allow decision) {
        var ticked = Scopes.of(asked).without(Scopes.of(decision.except()));
        var product = instagram.asked().stream()
                .filter(each -> each.state().reveal().equals(state))
                .findFirst()
                .orElseThrow()
                .product();
        return switch (product) {
            case INSTAGRAM ->
                instagram.consent(
                        Optional.ofNullable(accounts.get(person.username())).orElseThrow(), ticked);
            case FACEBOOK -> instagram.consent(product, facebookId(person), ticked, shown(person, decision));
        };
    }

    private static List<Candidate> shown(Person person, Decision.Allow decision) {
        return person.pages().entrySet().stream()
                .filter(page -> !decision.unticked().contains(page.getKey()))
                .map(page -> candidate(page.getKey(), page.getValue()))
                .toList();
    }

    private static Candidate candidate(String name, OnPage page) {
        return page.accountId() == null
                ? new Candidate.Ineligible(null, null, null, page.id(), name, Obstacle.NOT_LINKED)
                : new Candidate.Eligible(
                        new Account(new AccountId(page.accountId()), page.username(), null, page.id()), name);
    }
}
