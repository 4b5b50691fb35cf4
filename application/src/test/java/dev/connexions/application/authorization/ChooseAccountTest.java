package dev.connexions.application.authorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connexions.application.authorization.ChooseAccount.Result;
import dev.connexions.application.authorization.InstagramLogin.Proof;
import dev.connexions.application.testing.Fixtures;
import dev.connexions.application.testing.Racing;
import dev.connexions.application.testing.Together;
import dev.connexions.application.token.TokenVault;
import dev.connexions.domain.audit.Action;
import dev.connexions.domain.audit.Actor;
import dev.connexions.domain.authorization.AuthorizationSession;
import dev.connexions.domain.authorization.AuthorizationSession.Progress;
import dev.connexions.domain.authorization.AuthorizationSession.Status;
import dev.connexions.domain.authorization.Candidate;
import dev.connexions.domain.authorization.Failure;
import dev.connexions.domain.authorization.Obstacle;
import dev.connexions.domain.connexion.AccountId;
import dev.connexions.domain.connexion.Capability;
import dev.connexions.domain.connexion.Capability.Availability;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.connexion.Scopes;
import dev.connexions.domain.connexion.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChooseAccountTest {

    private final Trip trip = Trip.create();
    private final Owner owner = trip.facebook();
    private final ConnexionId connexion = trip.connexion().id();

    @Test
    void waitsForAChoiceWithTheConsentsTokenKept() {
        var session = owner.choosing(connexion);
        assertThat(session.statusAt(Fixtures.NOW)).isEqualTo(Status.AWAITING_CHOICE);
        assertThat(trip.find(session.id()).candidates())
                .isEqualTo(owner.accounts().stream().map(Owner::eligible).toList());
        assertThat(tokenOf(session)).isInstanceOf(TokenVault.Opened.Token.class);
        assertThat(trip.find(connexion).state()).isEqualTo(new State.Pending());
        assertThat(trip.application().instagram().proved()).isEmpty();
    }

    @Test
    void connectsTheChosenAccountWithItsPagesToken() {
        var session = owner.choosing(connexion);
        var kept = tokenOf(session);
        assertThat(owner.choose(session, owner.second()))
                .isInstanceOfSatisfying(
                        Result.Completed.class,
                        it -> assertThat(it.session().progress())
                                .isEqualTo(new Progress.Completed(
                                        Fixtures.NOW, owner.accounts().get(1).username())));
        var connected = trip.find(connexion);
        var link = connected.state().linked().orElseThrow();
        assertThat(link.account()).isEqualTo(owner.accounts().get(1));
        assertThat(link.product()).isEqualTo(LoginProduct.FACEBOOK);
        assertThat(link.lease().expiresAt()).isNull();
        assertThat(link.grant()).isEqualTo(owner.grant().id());
        assertThat(connected.refreshing().nextAt()).isNull();
        assertThat(connected.availability(Capability.PUBLISH, Fixtures.NOW)).isEqualTo(new Availability.Available());
        assertThat(trip.token(connexion))
                .isInstanceOf(TokenVault.Opened.Token.class)
                .isNotEqualTo(kept);
        assertThat(tokenOf(session)).isEqualTo(new TokenVault.Opened.None());
        assertThat(grantToken()).isEqualTo(kept);
        assertThat(trip.audit().getFirst().entry().actor())
                .isEqualTo(new Actor(Actor.Kind.USER, trip.operator().id(), null));
    }

    @Test
    void connectsAtOnceWhereThereIsNothingToChoose() {
        assertThat(owner.consent(connexion, owner.accounts().getFirst()))
                .isInstanceOf(CompleteAuthorization.Result.Completed.class);
        assertThat(trip.find(connexion).state()).isInstanceOf(State.Active.class);
    }

    @Test
    void asksNobodyWhichOneAReconnectIsFor() {
        owner.connect(connexion, owner.second());
        var before = trip.find(connexion);
        trip.application().clock().advance(Duration.ofDays(1));
        assertThat(owner.consent(
                        connexion, owner.accounts().get(0), owner.accounts().get(1)))
                .isInstanceOf(CompleteAuthorization.Result.Completed.class);
        assertThat(trip.find(connexion).key()).isEqualTo(before.key());
        assertThat(trip.find(connexion).state().linked().orElseThrow().account())
                .isEqualTo(owner.accounts().get(1));
    }

    @Test
    void takesNoOtherPageForAReconnect() {
        var reconnected = trip.connexion().id();
        owner.connect(reconnected, owner.second());
        assertThat(owner.consent(reconnected, owner.accounts().getFirst()))
                .isInstanceOfSatisfying(
                        CompleteAuthorization.Result.Failed.class,
                        it -> assertThat(it.failure()).isEqualTo(Failure.WRONG_ACCOUNT));
        assertThat(owner.consent(reconnected))
                .isInstanceOfSatisfying(
                        CompleteAuthorization.Result.Failed.class,
                        it -> assertThat(it.failure()).isEqualTo(Failure.NO_PROFESSIONAL_ACCOUNT));
    }

    @Test
    void offersNothingThatAnotherConnexionHolds() {
        owner.connect(trip.connexion().id(), owner.first());
        var session = owner.choosing(connexion);
        assertThat(session.candidates())
                .contains(Candidate.ineligible(
                        owner.accounts().getFirst(),
                        "Page of " + owner.accounts().getFirst().username(),
                        Obstacle.ALREADY_LINKED));
        assertThat(owner.choose(session, owner.first())).isEqualTo(new Result.NotOffered(Obstacle.ALREADY_LINKED));
        assertThat(owner.choose(session, new AccountId("17"))).isEqualTo(new Result.NotOffered(null));
        assertThat(trip.find(session.id()).statusAt(Fixtures.NOW)).isEqualTo(Status.AWAITING_CHOICE);
        assertThat(owner.choose(session, owner.second())).isInstanceOf(Result.Completed.class);
    }

    @Test
    void showsTwoHundredAndFiftyPages() {
        var shown = new ArrayList<Candidate>();
        for (var i = 0; i < 250; i++) {
            shown.add(Owner.eligible(Fixtures.pageAccount()));
        }
        var waiting = (CompleteAuthorization.Result.AwaitingChoice) owner.consent(connexion, Owner.ALL, shown);
        assertThat(trip.find(waiting.session().id()).candidates()).hasSize(250).isEqualTo(shown);
        var last = shown.getLast().id().orElseThrow();
        assertThat(owner.choose(waiting.session(), last)).isInstanceOf(Result.Completed.class);
    }

    @Test
    void keepsWhatWasDeclinedApart() {
        var granted = Owner.ALL.without(Scopes.of(Set.of("instagram_content_publish")));
        owner.consent(
                connexion, granted, List.of(Owner.eligible(owner.accounts().getFirst())));
        var connected = trip.find(connexion);
        assertThat(connected.state().linked().orElseThrow().missing())
                .isEqualTo(Scopes.of(Set.of("instagram_content_publish")));
        assertThat(connected.availability(Capability.PUBLISH, Fixtures.NOW))
                .isEqualTo(new Availability.Unavailable("scope_missing"));
    }

    @Test
    void takesOneChoiceOfManyAtOnce() throws InterruptedException {
        var session = owner.choosing(connexion);
        var results = new CopyOnWriteArrayList<Result>();
        var failures =
                Together.run(10, i -> results.add(owner.choose(session, i % 2 == 0 ? owner.first() : owner.second())));
        assertThat(failures).allSatisfy(failure -> assertThat(failure).isEmpty());
        assertThat(results.stream().filter(Result.Completed.class::isInstance)).hasSize(1);
        assertThat(results.stream().filter(Result.NothingToChoose.class::isInstance))
                .hasSize(9);
        assertThat(trip.application().instagram().proved()).hasSize(1);
    }

    @Test
    void takesNoChoiceOnceItIsOver() {
        var session = owner.choosing(connexion);
        owner.choose(session, owner.first());
        assertThat(owner.choose(session, owner.first())).isEqualTo(new Result.NothingToChoose(Status.COMPLETED));
        var other = owner.choosing(trip.connexion().id());
        trip.open(other.connexion());
        assertThat(owner.choose(other, owner.second())).isEqualTo(new Result.NothingToChoose(Status.SUPERSEDED));
        assertThat(tokenOf(other)).isEqualTo(new TokenVault.Opened.None());
        var third = owner.choosing(trip.connexion().id());
        trip.application().clock().advance(AuthorizationSession.LINK_LIFETIME);
        assertThat(owner.choose(third, owner.second())).isEqualTo(new Result.NothingToChoose(Status.EXPIRED));
    }

    @Test
    void beginsAnewForWhoeverOpensTheLinkAgain() {
        var opened = trip.open(connexion, LoginProduct.FACEBOOK);
        var login = trip.application().instagram();
        var shown = owner.accounts().stream().map(Owner::eligible).toList();
        trip.comeBack(
                trip.press(opened.link()), login.consent(LoginProduct.FACEBOOK, owner.person(), Owner.ALL, shown));
        assertThat(trip.visit(opened.link(), false)).isInstanceOf(BeginConsent.Result.Ready.class);
        var again = trip.press(opened.link());
        assertThat(tokenOf(opened.session())).isEqualTo(new TokenVault.Opened.None());
        assertThat(owner.choose(opened.session(), owner.first())).isEqualTo(new Result.NothingToChoose(Status.PENDING));
        trip.comeBack(again, login.consent(LoginProduct.FACEBOOK, owner.person(), Owner.ALL, shown));
        assertThat(owner.choose(opened.session(), owner.first())).isInstanceOf(Result.Completed.class);
    }

    @Test
    void knowsNoOtherOrganisations() {
        var session = owner.choosing(connexion);
        var command = new ChooseAccount.Command(session.id(), owner.first());
        assertThat(trip.application().chooseAccount().handle(trip.elsewhere().operator(), command))
                .isEqualTo(new Result.NotFound());
        assertThat(owner.choose(Fixtures.session(session.organisation(), connexion, Fixtures.NOW), owner.first()))
                .isEqualTo(new Result.NotFound());
        var unentitled = new ChooseAccount.Command(session.id(), owner.first(), any -> false);
        assertThat(trip.application().chooseAccount().handle(trip.operator(), unentitled))
                .isEqualTo(new Result.NotFound());
    }

    @ParameterizedTest
    @CsvSource({
        "PERSONAL, NO_PROFESSIONAL_ACCOUNT",
        "NOT_LINKED, NO_PROFESSIONAL_ACCOUNT",
        "PAGE_NOT_GRANTED, NO_PROFESSIONAL_ACCOUNT",
        "TASK_MISSING, PERMISSION_MISSING",
        "SCOPE_MISSING, PERMISSION_MISSING"
    })
    void connectsNothingThatItsProofSaysCannotBeUsed(Obstacle obstacle, Failure failure) {
        var session = owner.choosing(connexion);
        trip.application().instagram().proves(owner.first(), new Proof.Unusable(obstacle));
        assertFailed(owner.choose(session, owner.first()), failure);
        assertThat(trip.find(session.id()).candidates())
                .contains(Owner.eligible(owner.accounts().getFirst()).hindered(obstacle));
        assertLeftBehindNothing(session);
        assertThat(trip.scene().actions().getFirst()).isEqualTo(Action.CONNEXION_AUTHORIZATION_FAILED);
    }

    @Test
    void saysThatTheConsentWasWithdrawn() {
        var session = owner.choosing(connexion);
        trip.application().instagram().proves(owner.first(), new Proof.ConsentRefused(190, 458));
        assertFailed(owner.choose(session, owner.first()), Failure.CONSENT_WITHDRAWN);
        assertLeftBehindNothing(session);
    }

    @Test
    void letsTheChoiceBeMadeAgainWhenMetaGivesNoAnswer() {
        var session = owner.choosing(connexion);
        trip.application().instagram().goesDown();
        assertThat(owner.choose(session, owner.first())).isInstanceOf(Result.Unproved.class);
        assertThat(trip.find(session.id()).statusAt(Fixtures.NOW)).isEqualTo(Status.AWAITING_CHOICE);
        trip.application().instagram().comesBack();
        assertThat(owner.choose(session, owner.second())).isInstanceOf(Result.Completed.class);
    }

    @Test
    void failsWhereThereWasNothingToChooseAndMetaGivesNoAnswer() {
        var account = owner.accounts().getFirst();
        trip.application().instagram().proves(account.id(), new Proof.Unavailable("scripted"));
        assertThat(owner.consent(connexion, account))
                .isInstanceOfSatisfying(
                        CompleteAuthorization.Result.Failed.class,
                        it -> assertThat(it.failure()).isEqualTo(Failure.UPSTREAM_UNAVAILABLE));
        assertThat(trip.find(connexion).state()).isEqualTo(new State.Pending());
    }

    @Test
    void takesNoAnswerOfTheOtherLoginProduct() {
        var browser = trip.press(trip.open(connexion, LoginProduct.FACEBOOK).link());
        assertThat(trip.comeBack(browser, trip.consent(Fixtures.account())))
                .isInstanceOfSatisfying(
                        CompleteAuthorization.Result.Failed.class,
                        it -> assertThat(it.failure()).isEqualTo(Failure.CODE_REJECTED));
        assertThat(trip.application().instagram().exchanged())
                .singleElement()
                .satisfies(it -> assertThat(it.product()).isEqualTo(LoginProduct.FACEBOOK));
    }

    @Test
    void failsWhenNoKeyOpensTheConsentsToken() {
        var session = owner.choosing(connexion);
        trip.application().store().spoilToken(session.id());
        assertFailed(owner.choose(session, owner.first()), Failure.CONSENT_WITHDRAWN);
        assertThat(trip.application().instagram().proved()).isEmpty();
    }

    @Test
    void findsTheAccountTakenWhileItWasProved() {
        var session = owner.choosing(connexion);
        var rival = trip.connexion().id();
        trip.application().instagram().whileProving(proved -> {
            trip.application().instagram().whileProving(any -> {});
            owner.consent(rival, proved);
        });
        assertFailed(owner.choose(session, owner.first()), Failure.ALREADY_LINKED);
        assertThat(trip.find(rival).state()).isInstanceOf(State.Active.class);
        assertThat(trip.find(connexion).state()).isEqualTo(new State.Pending());
    }

    @Test
    void changesNothingWhenTheErasureOvertakesIt() {
        var session = owner.choosing(connexion);
        trip.application()
                .instagram()
                .whileProving(proved -> trip.application()
                        .eraseConnexion()
                        .handle(trip.operator(), new EraseConnexion.Command(connexion)));
        assertThat(owner.choose(session, owner.first())).isEqualTo(new Result.Overtaken());
        assertThat(trip.scene().find(connexion)).isEmpty();
        assertThat(tokenOf(session)).isEqualTo(new TokenVault.Opened.None());
        assertThat(owner.choose(session, owner.first())).isEqualTo(new Result.NotFound());
    }

    @Test
    void changesNothingWhenANewerSessionOvertakesIt() {
        var session = owner.choosing(connexion);
        trip.application().instagram().whileProving(proved -> trip.open(connexion));
        assertThat(owner.choose(session, owner.first())).isEqualTo(new Result.Overtaken());
        assertThat(trip.find(connexion).state()).isEqualTo(new State.Pending());
    }

    @Test
    void looksAgainWhenItLosesARace() {
        var session = owner.choosing(connexion);
        var racing = new Racing(trip.application().store().transactions(), 2, 2);
        var raced = trip.on(trip.application().on(racing));
        assertThat(raced.application()
                        .chooseAccount()
                        .handle(trip.operator(), new ChooseAccount.Command(session.id(), owner.first())))
                .isInstanceOf(Result.Completed.class);
        assertThat(trip.application().instagram().proved()).hasSize(1);
    }

    @Test
    void forgetsAGrantThatTheLastOneLeft() {
        owner.connect(connexion, owner.first());
        var former = owner.grant();
        var heir = new Owner(trip, "another-person", owner.accounts());
        heir.consent(connexion, owner.accounts().getFirst());
        assertThat(trip.find(connexion).state().linked().orElseThrow().grant())
                .isEqualTo(heir.grant().id());
        assertThatThrownBy(owner::grant).isInstanceOf(NoSuchElementException.class);
        assertThat(former.id()).isNotEqualTo(heir.grant().id());
    }

    private static void assertFailed(Result result, Failure why) {
        assertThat(result)
                .isInstanceOfSatisfying(
                        Result.Failed.class, it -> assertThat(it.failure()).isEqualTo(why));
    }

    private void assertLeftBehindNothing(AuthorizationSession session) {
        assertThat(trip.find(connexion).state()).isEqualTo(new State.Pending());
        assertThat(trip.token(connexion)).isEqualTo(new TokenVault.Opened.None());
        assertThat(tokenOf(session)).isEqualTo(new TokenVault.Opened.None());
    }

    private TokenVault.Opened tokenOf(AuthorizationSession session) {
        var store = trip.application().store();
        return store.transactions().in(trip.operator(), tx -> store.consents().of(tx, session.id()));
    }

    private TokenVault.Opened grantToken() {
        var store = trip.application().store();
        var grant = owner.grant().id();
        return store.transactions().in(trip.operator(), tx -> store.consents().of(tx, grant));
    }
}
