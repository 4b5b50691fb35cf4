package dev.connexions.application.authorization;

import dev.connexions.application.authorization.CompleteAuthorization.Result;
import dev.connexions.application.testing.Fixtures;
import dev.connexions.domain.authorization.AuthorizationSession;
import dev.connexions.domain.authorization.Candidate;
import dev.connexions.domain.authorization.Grant;
import dev.connexions.domain.connexion.Account;
import dev.connexions.domain.connexion.AccountId;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.connexion.ScopeCatalogue;
import dev.connexions.domain.connexion.Scopes;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A person who consents through Facebook Login, and what is shown then. */
record Owner(Trip trip, String person, List<Account> accounts) {

    static final Scopes ALL = ScopeCatalogue.all(LoginProduct.FACEBOOK);

    Owner(Trip trip, String person) {
        this(trip, person, Stream.generate(Fixtures::pageAccount).limit(3).toList());
    }

    AccountId first() {
        return accounts.get(0).id();
    }

    AccountId second() {
        return accounts.get(1).id();
    }

    static Candidate eligible(Account account) {
        return new Candidate.Eligible(account, "Page of " + account.username());
    }

    /** Consents to these, with all permissions. */
    Result consent(ConnexionId connexion, Account... ticked) {
        return consent(
                connexion, ALL, Arrays.stream(ticked).map(Owner::eligible).toList());
    }

    Result consent(ConnexionId connexion, Scopes granted, List<Candidate> shown) {
        var browser = trip.press(trip.open(connexion, LoginProduct.FACEBOOK).link());
        return trip.comeBack(
                browser, trip.application().instagram().consent(LoginProduct.FACEBOOK, person, granted, shown));
    }

    /** A session that waits for a choice among all. */
    AuthorizationSession choosing(ConnexionId connexion) {
        return ((Result.AwaitingChoice) consent(connexion, accounts.toArray(Account[]::new))).session();
    }

    ChooseAccount.Result choose(AuthorizationSession session, AccountId account) {
        return trip.application()
                .chooseAccount()
                .handle(trip.operator(), new ChooseAccount.Command(session.id(), account));
    }

    /** The whole way, with a choice of this one among all, or without where no other is left. */
    void connect(ConnexionId connexion, AccountId account) {
        if (consent(connexion, accounts.toArray(Account[]::new)) instanceof Result.AwaitingChoice(var session)) {
            choose(session, account);
        }
    }

    Grant grant() {
        var store = trip.application().store();
        return store.transactions()
                .in(
                        trip.operator(),
                        tx -> store.grants()
                                .of(tx, LoginProduct.FACEBOOK, person)
                                .orElseThrow());
    }
}
