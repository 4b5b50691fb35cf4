package dev.connexions.application.authorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connexions.application.audit.AuditTrail;
import dev.connexions.application.authorization.InstagramLogin.Proof;
import dev.connexions.application.testing.Fixtures;
import dev.connexions.application.token.TokenVault;
import dev.connexions.domain.audit.Action;
import dev.connexions.domain.audit.Actor;
import dev.connexions.domain.audit.Details;
import dev.connexions.domain.authorization.Obstacle;
import dev.connexions.domain.connexion.Account;
import dev.connexions.domain.connexion.AccountId;
import dev.connexions.domain.connexion.Cause;
import dev.connexions.domain.connexion.Connexion;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.connexion.Scopes;
import dev.connexions.domain.connexion.State;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VerifySiblingsTest {

    private static final Duration DAY = Duration.ofDays(1);

    private final Trip trip = Trip.create();
    private final Owner owner = trip.facebook();
    private final ConnexionId first = trip.connexion().id();
    private final ConnexionId second = trip.connexion().id();
    private final ConnexionId third = trip.connexion().id();

    @BeforeEach
    void connectAll() {
        var accounts = owner.accounts();
        for (var i = 0; i < accounts.size(); i++) {
            owner.connect(List.of(first, second, third).get(i), accounts.get(i).id());
        }
        turns();
        trip.application().clock().advance(DAY);
    }

    @Test
    void tellsBeforehandWhomAConsentDecidesAbout() {
        var opened = trip.open(first, LoginProduct.FACEBOOK);
        assertThat(opened.affected()).extracting(Connexion::id).containsExactlyInAnyOrder(second, third);
        assertThat(trip.visit(opened.link(), false))
                .isInstanceOfSatisfying(
                        BeginConsent.Result.Ready.class,
                        ready -> assertThat(ready.affected()).isEqualTo(opened.affected()));
        assertThat(trip.application()
                        .showAuthorizationSession()
                        .handle(trip.operator(), opened.session().id()))
                .map(ShownSession::affected)
                .contains(opened.affected());
        assertThat(trip.open(first).affected()).isEmpty();
    }

    @Test
    void givesEachItsNewToken() {
        var before = trip.token(second);
        reconnect(all());
        assertThat(trip.token(second)).isEqualTo(before);
        turns();
        for (var id : List.of(second, third)) {
            assertThat(trip.find(id).state()).isInstanceOf(State.Active.class);
            assertThat(entryOf(id).entry().action()).isEqualTo(Action.CONNEXION_ACTIVATED);
            assertThat(entryOf(id).entry().actor().kind()).isEqualTo(Actor.Kind.SYSTEM);
        }
        assertThat(trip.token(second)).isNotEqualTo(before).isInstanceOf(TokenVault.Opened.Token.class);
        assertThat(owner.grant().lastVerifiedAt())
                .isEqualTo(trip.application().clock().instant());
    }

    @Test
    void healsWhatWasNotWell() {
        var link = trip.find(second).state().linked().orElseThrow();
        trip.application()
                .store()
                .plant(Fixtures.with(
                        trip.find(second), new State.ReauthorizationRequired(link, Cause.of("password_changed"))));
        reconnect(all());
        turns();
        assertThat(trip.find(second).state()).isInstanceOf(State.Active.class);
        assertThat(entryOf(second).entry().action()).isEqualTo(Action.CONNEXION_RECOVERED);
    }

    @Test
    void knowsWhatIsGrantedNow() {
        var less = Owner.ALL.without(Scopes.of(Set.of("instagram_manage_comments")));
        owner.consent(first, less, Stream.of(all()).map(Owner::eligible).toList());
        turns();
        assertThat(trip.find(second).state().linked().orElseThrow().granted()).isEqualTo(less);
    }

    @Test
    void saysOfEachThatIsNotGrantedAnyMoreWhy() {
        reconnect(owner.accounts().get(0), owner.accounts().get(1));
        turns();
        assertThat(trip.find(second).state()).isInstanceOf(State.Active.class);
        var ended = trip.find(third);
        var now = trip.application().clock().instant();
        assertThat(ended.state())
                .isInstanceOfSatisfying(
                        State.ReauthorizationRequired.class,
                        it -> assertThat(it.cause())
                                .isEqualTo(new Cause("page_not_granted", new Cause.Evidence(null, null, now))));
        assertThat(entryOf(third).entry().action()).isEqualTo(Action.CONNEXION_REAUTHORIZATION_REQUIRED);
        assertThat(entryOf(third).details())
                .isEqualTo(Details.NONE
                        .and("status", "active", "reauthorization_required")
                        .and("reason", null, "page_not_granted")
                        .and("onBehalfOf", null, trip.operator().id().value().toString()));
    }

    @Test
    void endsNothingOnOneAnswer() {
        var asked = new AtomicInteger();
        reconnect(all());
        trip.application().instagram().proves(owner.accounts().get(1).id(), new Proof.Unusable(Obstacle.NOT_LINKED));
        trip.application().instagram().whileProving(account -> {
            if (account.id().equals(owner.accounts().get(1).id()) && asked.incrementAndGet() == 2) {
                trip.application().instagram().provesAsShown(account.id());
            }
        });
        turns();
        assertThat(asked).hasValue(2);
        assertThat(trip.find(second).state()).isInstanceOf(State.Active.class);
    }

    @Test
    void letsNoneOfThemStopTheOthersAndTriesAgain() {
        reconnect(all());
        var account = owner.accounts().get(1).id();
        trip.application().instagram().proves(account, new Proof.Unavailable("scripted"));
        var before = trip.token(second);
        turns();
        assertThat(trip.token(second)).isEqualTo(before);
        assertThat(entryOf(third).entry().action()).isEqualTo(Action.CONNEXION_ACTIVATED);
        assertThat(provedSince(account)).isEqualTo(1);
        turns();
        assertThat(provedSince(account)).isEqualTo(1);
        trip.application().instagram().provesAsShown(account);
        trip.application().clock().advance(Duration.ofMinutes(1));
        turns();
        assertThat(trip.token(second)).isNotEqualTo(before);
        assertThat(provedSince(owner.accounts().get(2).id())).isEqualTo(1);
    }

    @Test
    void asksLessOftenTheLongerMetaDoesNotSay() {
        reconnect(all());
        trip.application().instagram().goesDown();
        turns();
        trip.application().clock().advance(Duration.ofHours(2));
        turns();
        trip.application().clock().advance(Duration.ofMinutes(59));
        assertThat(trip.application().verifySiblings().turn()).isZero();
        trip.application().clock().advance(Duration.ofMinutes(1));
        assertThat(trip.application().verifySiblings().turn()).isEqualTo(1);
        trip.application().clock().advance(Duration.ofDays(3));
        turns();
        trip.application().clock().advance(Duration.ofHours(6));
        assertThat(trip.application().verifySiblings().turn()).isEqualTo(1);
    }

    @Test
    void goesOnWhereACrashStoppedIt() {
        reconnect(all());
        var account = owner.accounts().get(1).id();
        trip.application().instagram().whileProving(proved -> {
            if (proved.id().equals(account)) {
                throw new IllegalStateException("the process was killed");
            }
        });
        assertThatThrownBy(this::turns).hasMessage("the process was killed");
        trip.application().instagram().whileProving(any -> {});
        assertThat(trip.application().verifySiblings().turn()).isZero();
        var before = trip.token(second);
        trip.application().clock().advance(Duration.ofMinutes(30));
        turns();
        assertThat(trip.token(second)).isNotEqualTo(before);
        assertThat(provedSince(owner.accounts().get(2).id())).isEqualTo(1);
    }

    @Test
    void judgesNobodyByAConsentThatMetaDoesNotTake() {
        reconnect(all());
        for (var account : all()) {
            trip.application().instagram().proves(account.id(), new Proof.ConsentRefused(190, 458));
        }
        turns();
        for (var id : List.of(second, third)) {
            assertThat(trip.find(id).state()).isInstanceOf(State.Active.class);
        }
    }

    @Test
    void judgesNobodyByATokenThatNoKeyOpens() {
        reconnect(all());
        trip.application().store().spoilToken(owner.grant().id());
        var before = trip.application().instagram().proved().size();
        turns();
        assertThat(trip.application().instagram().proved()).hasSize(before);
    }

    @Test
    void leavesItToTheNextConsentWhenOneComesMeanwhile() {
        reconnect(all());
        var before = trip.token(second);
        trip.application().instagram().whileProving(account -> {
            if (account.id().equals(owner.accounts().get(1).id())) {
                trip.application().instagram().whileProving(any -> {});
                trip.application().clock().advance(Duration.ofSeconds(1));
                reconnect(all());
            }
        });
        trip.application().verifySiblings().turn();
        assertThat(trip.token(second)).isEqualTo(before);
        turns();
        assertThat(trip.token(second)).isNotEqualTo(before);
    }

    @Test
    void leavesAloneWhatIsGone() {
        reconnect(all());
        trip.application().instagram().whileProving(account -> {
            if (account.id().equals(owner.accounts().get(1).id())) {
                trip.application().eraseConnexion().handle(trip.operator(), new EraseConnexion.Command(second));
            }
        });
        turns();
        assertThat(trip.scene().find(second)).isEmpty();
        assertThat(trip.find(third).state()).isInstanceOf(State.Active.class);
        assertThat(trip.application().verifySiblings().turn()).isZero();
    }

    @Test
    void showsWhoHangsOnAGrant() {
        var shown = trip.application()
                .showGrant()
                .handle(trip.operator(), owner.grant().id());
        assertThat(shown).hasValueSatisfying(it -> {
            assertThat(it.grant()).isEqualTo(owner.grant());
            assertThat(it.connexions()).extracting(Connexion::id).containsExactlyInAnyOrder(first, second, third);
        });
        assertThat(trip.application()
                        .showGrant()
                        .handle(trip.elsewhere().operator(), owner.grant().id()))
                .isEmpty();
    }

    private Account[] all() {
        return owner.accounts().toArray(Account[]::new);
    }

    private void reconnect(Account... ticked) {
        assertThat(owner.consent(first, ticked)).isInstanceOf(CompleteAuthorization.Result.Completed.class);
    }

    private void turns() {
        while (trip.application().verifySiblings().turn() > 0) {
            Thread.onSpinWait();
        }
    }

    /** Since all were connected: by then each was proved once by its choice, and by those that were chosen after. */
    private long provedSince(AccountId account) {
        var grant = owner.grant();
        return trip.application().instagram().proved().stream()
                .filter(proved -> proved.account().id().equals(account))
                .filter(proved -> Objects.equals(proved.consent().lease(), grant.consent()))
                .count();
    }

    private AuditTrail.Read entryOf(ConnexionId id) {
        return trip.audit().stream()
                .filter(read -> id.equals(read.entry().connexion()))
                .findFirst()
                .orElseThrow();
    }
}
