package dev.connexions.application.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.application.authorization.CompleteAuthorization.Answer;
import dev.connexions.application.authorization.CompleteAuthorization.Result;
import dev.connexions.application.authorization.InstagramLogin.Code;
import dev.connexions.application.authorization.InstagramLogin.Exchange;
import dev.connexions.application.testing.Fixtures;
import dev.connexions.application.token.TokenVault;
import dev.connexions.domain.audit.Action;
import dev.connexions.domain.audit.Actor;
import dev.connexions.domain.audit.Details;
import dev.connexions.domain.audit.Outcome;
import dev.connexions.domain.authorization.AuthorizationSession.Progress;
import dev.connexions.domain.authorization.AuthorizationSession.Status;
import dev.connexions.domain.authorization.Candidate;
import dev.connexions.domain.authorization.Failure;
import dev.connexions.domain.authorization.Grant;
import dev.connexions.domain.connexion.Account;
import dev.connexions.domain.connexion.Cause;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.connexion.Link;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.connexion.Scopes;
import dev.connexions.domain.connexion.State;
import dev.connexions.domain.token.TokenLease;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CompleteAuthorizationTest {

    private static final String PERSON = "app-scoped-4711";

    private final Trip trip = Trip.create();
    private final ConnexionId connexion = trip.connexion().id();

    @Test
    void storesWhatTheConsentBrought() {
        var opened = trip.open(connexion);
        var browser = trip.press(opened.link());
        var account = Fixtures.account();
        var granted = granted(account, Fixtures.allScopes());
        trip.application().clock().advance(Duration.ofMinutes(2));

        var result = trip.comeBack(browser, trip.application().instagram().answering(granted));

        var now = Fixtures.NOW.plus(Duration.ofMinutes(2));
        var completed = new Progress.Completed(now, account.username());
        assertThat(result)
                .isInstanceOfSatisfying(
                        Result.Completed.class,
                        it -> assertThat(it.session().progress()).isEqualTo(completed));
        assertThat(trip.find(opened.session().id()).progress()).isEqualTo(completed);
        assertThat(trip.token(connexion))
                .isEqualTo(new TokenVault.Opened.Token(granted.token().token()));
        var grant = grant();
        assertThat(grant)
                .isEqualTo(new Grant(
                        grant.id(),
                        trip.scene().organisation(),
                        LoginProduct.INSTAGRAM,
                        PERSON,
                        Fixtures.allScopes(),
                        Fixtures.allScopes(),
                        now,
                        now,
                        null,
                        trip.operator().id(),
                        1));
        var stored = trip.find(connexion);
        assertThat(stored.state())
                .isEqualTo(new State.Active(new Link(
                        LoginProduct.INSTAGRAM,
                        account,
                        grant.id(),
                        Fixtures.allScopes(),
                        Fixtures.allScopes(),
                        granted.token().lease())));
        assertThat(stored.since()).isEqualTo(now);
        assertThat(trip.application().instagram().exchanged()).hasSize(1);
    }

    @Test
    void writesDownWhatItBroughtAndOnWhoseBehalf() {
        var account = Fixtures.account();
        trip.connect(connexion, account);
        var written = trip.audit().getFirst();
        assertThat(written.entry().action()).isEqualTo(Action.CONNEXION_ACTIVATED);
        assertThat(written.entry().outcome()).isEqualTo(Outcome.DONE);
        assertThat(written.entry().connexion()).isEqualTo(connexion);
        assertThat(written.entry().actor())
                .isEqualTo(
                        new Actor(Actor.Kind.SYSTEM, trip.application().store().system(), null));
        assertThat(written.details())
                .isEqualTo(Details.NONE
                        .and("status", "pending", "active")
                        .and("accountId", null, account.id().value())
                        .and("loginProduct", null, "instagram")
                        .and("onBehalfOf", null, trip.operator().id().value().toString())
                        .and(
                                "permissions",
                                null,
                                "instagram_business_basic instagram_business_content_publish"
                                        + " instagram_business_manage_comments instagram_business_manage_insights")
                        .and(
                                "tokenExpiresAt",
                                null,
                                Fixtures.NOW.plus(Fixtures.TOKEN_LIFETIME).toString()));
        assertThat(trip.scene().actions())
                .containsExactly(Action.CONNEXION_ACTIVATED, Action.CONNEXION_AUTHORIZATION_STARTED);
    }

    @Test
    void keepsWhatWasAskedApartFromWhatWasGiven() {
        var ticked = Scopes.of(Set.of("instagram_business_basic"));
        var browser = trip.press(trip.open(connexion).link());
        trip.comeBack(browser, trip.application().instagram().answering(granted(Fixtures.account(), ticked)));
        var link = trip.find(connexion).state().linked().orElseThrow();
        assertThat(link.granted()).isEqualTo(ticked);
        assertThat(link.requested()).isEqualTo(Fixtures.allScopes());
        assertThat(grant().granted()).isEqualTo(ticked);
        assertThat(grant().requested()).isEqualTo(Fixtures.allScopes());
    }

    @Test
    void reconnectsTheSameAccount() {
        var account = Fixtures.account();
        trip.connect(connexion, account);
        var first = trip.find(connexion);
        var token = trip.token(connexion);
        trip.application().clock().advance(Duration.ofDays(3));
        trip.connect(connexion, account);
        var again = trip.find(connexion);
        assertThat(again.key()).isEqualTo(first.key());
        assertThat(again.since()).isEqualTo(first.since());
        assertThat(again.state().status()).isEqualTo(first.state().status());
        assertThat(trip.token(connexion)).isNotEqualTo(token);
        assertThat(trip.audit().getFirst().details())
                .satisfies(details -> assertThat(
                                Objects.requireNonNull(details).changes().get("status"))
                        .isEqualTo(new Details.Difference("active", "active")));
    }

    @Test
    void healsAConnexionThatWasNotWell() {
        var account = Fixtures.account();
        trip.connect(connexion, account);
        var link = trip.find(connexion).state().linked().orElseThrow();
        trip.application()
                .store()
                .plant(Fixtures.with(trip.find(connexion), new State.Expired(link, Cause.of("token_expired"))));
        trip.application().clock().advance(Duration.ofDays(61));
        assertThat(trip.connect(connexion, account)).isInstanceOf(Result.Completed.class);
        assertThat(trip.find(connexion).state()).isInstanceOf(State.Active.class);
        assertThat(trip.find(connexion).since()).isEqualTo(Fixtures.NOW.plus(Duration.ofDays(61)));
        assertThat(trip.scene().actions().getFirst()).isEqualTo(Action.CONNEXION_RECOVERED);
    }

    @Test
    void hangsTwoConnexionsOnOneGrantOfOnePerson() {
        var second = trip.connexion().id();
        connectAs(connexion, Fixtures.account());
        var first = grant();
        trip.application().clock().advance(Duration.ofDays(1));
        connectAs(second, Fixtures.account());
        assertThat(grant().id()).isEqualTo(first.id());
        assertThat(grant().grantedAt()).isEqualTo(Fixtures.NOW.plus(Duration.ofDays(1)));
        for (var id : new ConnexionId[] {connexion, second}) {
            assertThat(trip.find(id).state().linked().orElseThrow().grant()).isEqualTo(first.id());
        }
    }

    @Test
    void saysThatThePersonDenied() {
        assertThatItFailsWith(Failure.DENIED, new Answer.Denied());
        assertThat(trip.application().instagram().exchanged()).isEmpty();
    }

    @Test
    void saysThatTheCodeWasRejected() {
        assertThatItFailsWith(Failure.CODE_REJECTED, new Answer.Consented(new Code("AQDneverissued")));
    }

    @Test
    void saysThatTheAccountIsPersonal() {
        assertThatItFailsWith(Failure.NO_PROFESSIONAL_ACCOUNT, personal());
    }

    @Test
    void saysThatThePermissionIsMissing() {
        assertThatItFailsWith(Failure.PERMISSION_MISSING, answering(new Exchange.PermissionMissing()));
    }

    @Test
    void saysThatMetaIsUnavailable() {
        assertThatItFailsWith(Failure.UPSTREAM_UNAVAILABLE, answering(new Exchange.Unavailable("timed out")));
    }

    @Test
    void refusesAnotherAccountThanBefore() {
        trip.connect(connexion, Fixtures.account());
        var before = trip.find(connexion);
        var token = trip.token(connexion);
        assertThat(trip.connect(connexion, Fixtures.account()))
                .isInstanceOfSatisfying(
                        Result.Failed.class, it -> assertThat(it.failure()).isEqualTo(Failure.WRONG_ACCOUNT));
        assertThat(trip.find(connexion)).isEqualTo(before);
        assertThat(trip.token(connexion)).isEqualTo(token);
    }

    @Test
    void refusesAnAccountThatAnotherConnexionHolds() {
        var account = Fixtures.account();
        var holder = trip.connexion().id();
        trip.connect(holder, account);
        var token = trip.token(holder);
        assertThatItFailsWith(Failure.ALREADY_LINKED, new Answer.Consented(trip.consent(account)));
        assertThat(trip.token(holder)).isEqualTo(token);
    }

    @Test
    void refusesAnAccountThatARowOfThePlatformHolds() {
        var account = Fixtures.account();
        var row = Fixtures.with(trip.connexion(), new State.Expired(Fixtures.link(account, null), Cause.of("old")));
        trip.application().store().plant(Fixtures.foreign(row));
        assertThatItFailsWith(Failure.ALREADY_LINKED, new Answer.Consented(trip.consent(account)));
    }

    @Test
    void connectsARowOfThePlatform() {
        var row = Fixtures.foreign(trip.find(connexion));
        trip.application().store().plant(row);
        assertThat(trip.connect(connexion, Fixtures.account())).isInstanceOf(Result.Completed.class);
        assertThat(trip.find(connexion).version()).isPositive();
    }

    @Test
    void connectsAnAccountThatAnotherOrganisationHolds() {
        var account = Fixtures.account();
        var elsewhere = trip.elsewhere();
        elsewhere.connect(elsewhere.connexion().id(), account);
        assertThat(trip.connect(connexion, account)).isInstanceOf(Result.Completed.class);
    }

    private void assertThatItFailsWith(Failure failure, Answer answer) {
        var before = trip.find(connexion);
        var opened = trip.open(connexion);
        var browser = trip.press(opened.link());

        var result = trip.comeBack(browser, answer);

        var session = trip.find(opened.session().id());
        assertThat(session.progress()).isInstanceOfSatisfying(Progress.Failed.class, failed -> {
            assertThat(failed.at()).isEqualTo(Fixtures.NOW);
            assertThat(failed.failure()).isEqualTo(failure);
        });
        assertThat(session.statusAt(Fixtures.NOW)).isEqualTo(Status.FAILED);
        assertThat(result).isInstanceOfSatisfying(Result.Failed.class, it -> {
            assertThat(it.failure()).isEqualTo(failure);
            assertThat(it.session().id()).isEqualTo(session.id());
        });
        assertThat(trip.find(connexion)).isEqualTo(before);
        assertThat(trip.token(connexion)).isEqualTo(new TokenVault.Opened.None());
        var written = trip.audit().getFirst();
        assertThat(written.entry().action()).isEqualTo(Action.CONNEXION_AUTHORIZATION_FAILED);
        assertThat(written.entry().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(written.entry().connexion()).isEqualTo(connexion);
        assertThat(written.entry().actor().kind()).isEqualTo(Actor.Kind.SYSTEM);
        assertThat(written.details())
                .isEqualTo(Details.NONE
                        .and("session", null, session.id().value().toString())
                        .and("reason", null, failure.code())
                        .and("onBehalfOf", null, trip.operator().id().value().toString()));
    }

    private void connectAs(ConnexionId id, Account account) {
        var browser = trip.press(trip.open(id).link());
        trip.comeBack(browser, trip.application().instagram().answering(granted(account, Fixtures.allScopes())));
    }

    private Answer answering(Exchange exchange) {
        return new Answer.Consented(trip.application().instagram().answering(exchange));
    }

    private Answer personal() {
        var account = Fixtures.account();
        var personal = new Account(account.id(), account.username(), null, null);
        return new Answer.Consented(trip.application().instagram().consent(personal, Fixtures.allScopes()));
    }

    private Exchange.Consented granted(Account account, Scopes ticked) {
        var now = trip.application().clock().instant();
        return new Exchange.Consented(
                PERSON,
                ticked,
                new ConsentToken(Fixtures.token(), new TokenLease(now, now.plus(Duration.ofDays(60)))),
                List.of(new Candidate.Eligible(account, null)));
    }

    private Grant grant() {
        var store = trip.application().store();
        return store.transactions()
                .in(
                        trip.operator(),
                        tx -> store.grants()
                                .of(tx, LoginProduct.INSTAGRAM, PERSON)
                                .orElseThrow());
    }
}
