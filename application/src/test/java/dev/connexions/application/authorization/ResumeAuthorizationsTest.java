package dev.connexions.application.authorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connexions.application.testing.Fixtures;
import dev.connexions.application.token.TokenVault;
import dev.connexions.domain.audit.Actor;
import dev.connexions.domain.authorization.AuthorizationSession;
import dev.connexions.domain.authorization.AuthorizationSession.Progress;
import dev.connexions.domain.authorization.AuthorizationSession.Status;
import dev.connexions.domain.authorization.Failure;
import dev.connexions.domain.connexion.AccountId;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.connexion.State;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Whoever is killed between two steps leaves something that is taken up again, and nothing that is not. */
class ResumeAuthorizationsTest {

    private static final String KILLED = "the process was killed";

    private final Trip trip = Trip.create();
    private final Owner owner = trip.facebook();
    private final ConnexionId connexion = trip.connexion().id();

    @Test
    void finishesAProofThatACrashLeftBehind() {
        var session = choosing();
        crash(session);
        assertThat(trip.find(session.id()).progress()).isInstanceOf(Progress.Proving.class);
        assertThat(trip.find(connexion).state()).isEqualTo(new State.Pending());

        assertThat(turn()).isZero();
        trip.application().clock().advance(Duration.ofMinutes(1));
        assertThat(turn()).isEqualTo(1);

        assertThat(trip.find(session.id()).statusAt(trip.application().clock().instant()))
                .isEqualTo(Status.COMPLETED);
        assertThat(trip.find(connexion).state()).isInstanceOf(State.Active.class);
        assertThat(trip.application().instagram().exchanged()).hasSize(1);
        assertThat(trip.application().instagram().proved()).hasSize(2);
        assertThat(trip.audit().getFirst().entry().actor().kind()).isEqualTo(Actor.Kind.SYSTEM);
        assertThat(turn()).isZero();
    }

    @Test
    void finishesAnAccountThatNobodyHadToChoose() {
        trip.application().instagram().whileProving(any -> {
            throw new IllegalStateException(KILLED);
        });
        assertThatThrownBy(() -> owner.consent(connexion, owner.accounts().getFirst()))
                .hasMessage(KILLED);
        trip.application().instagram().whileProving(any -> {});
        trip.application().clock().advance(Duration.ofMinutes(1));
        turn();
        assertThat(trip.find(connexion).state()).isInstanceOf(State.Active.class);
    }

    @Test
    void givesBackTheChoiceWhileMetaGivesNoAnswer() {
        var session = choosing();
        crash(session);
        trip.application().instagram().goesDown();
        trip.application().clock().advance(Duration.ofMinutes(1));
        turn();
        assertThat(trip.find(session.id()).progress()).isInstanceOf(Progress.AwaitingChoice.class);
    }

    @Test
    void leavesAloneWhatSomebodyIsAt() {
        var session = choosing();
        trip.application().instagram().whileProving(any -> assertThat(turn()).isZero());
        assertThat(owner.choose(session, owner.first())).isInstanceOf(ChooseAccount.Result.Completed.class);
    }

    @Test
    void overtakesWhoeverWakesUpLate() {
        var session = choosing();
        trip.application().instagram().whileProving(any -> {
            trip.application().instagram().whileProving(again -> {});
            trip.application().clock().advance(Duration.ofMinutes(2));
            turn();
        });
        assertThat(owner.choose(session, owner.first())).isEqualTo(new ChooseAccount.Result.Overtaken());
        assertThat(trip.find(connexion).state()).isInstanceOf(State.Active.class);
    }

    @Test
    void failsWhatItCannotFinish() {
        var session = choosing();
        crash(session);
        trip.application().store().spoilToken(session.id());
        trip.application().clock().advance(Duration.ofMinutes(1));
        turn();
        assertThat(trip.find(session.id()).progress())
                .isInstanceOfSatisfying(
                        Progress.Failed.class, it -> assertThat(it.failure()).isEqualTo(Failure.CONSENT_WITHDRAWN));
    }

    @Test
    void destroysTheTokenOfWhatNobodyFinished() {
        var session = choosing();
        trip.application().clock().advance(AuthorizationSession.LINK_LIFETIME.minusNanos(1000));
        assertThat(turn()).isZero();
        trip.application().clock().advance(Duration.ofNanos(1000));
        assertThat(turn()).isEqualTo(1);
        assertThat(trip.find(session.id()).progress())
                .isEqualTo(new Progress.Lapsed(trip.application().clock().instant()));
        assertThat(tokenOf(session)).isEqualTo(new TokenVault.Opened.None());
        assertThat(turn()).isZero();
    }

    @Test
    void letsNoneOfThemStopTheOthers() {
        var first = choosing();
        crash(first);
        var other = trip.connexion().id();
        var second = owner.choosing(other);
        crash(second, owner.second());
        trip.application().clock().advance(Duration.ofMinutes(1));
        trip.application().instagram().whileProving(account -> {
            if (account.id().equals(owner.first())) {
                throw new IllegalStateException(KILLED);
            }
        });
        assertThatThrownBy(this::turn).hasMessage(KILLED);
        assertThat(trip.find(other).state()).isInstanceOf(State.Active.class);
        trip.application().instagram().whileProving(any -> {});
        trip.application().clock().advance(Duration.ofMinutes(1));
        turn();
        assertThat(trip.find(connexion).state()).isInstanceOf(State.Active.class);
    }

    private AuthorizationSession choosing() {
        var session = owner.choosing(connexion);
        assertThat(session.statusAt(Fixtures.NOW)).isEqualTo(Status.AWAITING_CHOICE);
        return session;
    }

    private void crash(AuthorizationSession session) {
        crash(session, owner.first());
    }

    private void crash(AuthorizationSession session, AccountId account) {
        trip.application().instagram().whileProving(any -> {
            throw new IllegalStateException(KILLED);
        });
        assertThatThrownBy(() -> owner.choose(session, account)).hasMessage(KILLED);
        trip.application().instagram().whileProving(any -> {});
    }

    private int turn() {
        return trip.application().resumeAuthorizations().turn();
    }

    private TokenVault.Opened tokenOf(AuthorizationSession session) {
        var store = trip.application().store();
        return store.transactions().in(trip.operator(), tx -> store.consents().of(tx, session.id()));
    }
}
