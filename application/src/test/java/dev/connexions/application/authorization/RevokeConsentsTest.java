package dev.connexions.application.authorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connexions.application.audit.AuditTrail;
import dev.connexions.application.testing.Fixtures;
import dev.connexions.domain.audit.Action;
import dev.connexions.domain.audit.Actor;
import dev.connexions.domain.audit.Details;
import dev.connexions.domain.audit.Outcome;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.connexion.State;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What Meta is told once connexions are erased. */
class RevokeConsentsTest {

    private final Trip trip = Trip.create();
    private final Owner owner = trip.facebook();
    private final ConnexionId connexion = trip.connexion().id();

    @Test
    void hasMetaForgetWhatNobodyNeeds() {
        owner.connect(connexion, owner.first());
        erase(connexion);
        assertThat(revoked()).isEmpty();
        turns();
        assertThat(revoked()).containsExactly(owner.person());
        assertThat(trip.audit()).first().satisfies(written -> {
            assertThat(written.entry().action()).isEqualTo(Action.GRANT_REVOKED);
            assertThat(written.entry().outcome()).isEqualTo(Outcome.DONE);
            assertThat(written.entry().connexion()).isEqualTo(connexion);
            assertThat(written.entry().actor().kind()).isEqualTo(Actor.Kind.SYSTEM);
            assertThat(written.details()).isEqualTo(Details.NONE.and("loginProduct", null, "facebook"));
        });
        assertThat(trip.application().revokeConsents().turn()).isZero();
    }

    @Test
    void leavesAConsentThatASiblingHangsOn() {
        var sibling = trip.connexion().id();
        owner.connect(connexion, owner.first());
        owner.connect(sibling, owner.second());
        erase(connexion);
        turns();
        assertThat(revoked()).isEmpty();
        assertThat(entries()).isEmpty();
        erase(sibling);
        turns();
        assertThat(revoked()).containsExactly(owner.person());
        assertThat(entries()).hasSize(1);
    }

    @Test
    void leavesAConsentThatAnotherOrganisationNeeds() {
        var elsewhere = trip.elsewhere();
        var there = elsewhere.connexion().id();
        var samePerson = new Owner(elsewhere, owner.person());
        samePerson.connect(there, samePerson.first());
        owner.connect(connexion, owner.first());
        erase(connexion);
        turns();
        assertThat(revoked()).isEmpty();
        assertRefused("facebook", "still_used");
        elsewhere.erase(there);
        turns();
        assertThat(revoked()).containsExactly(owner.person());
    }

    @Test
    void waitsWhileSomebodyIsBeingConnectedWithIt() {
        owner.connect(connexion, owner.first());
        var second = trip.connexion().id();
        var choosing = owner.choosing(second);
        erase(connexion);
        turns();
        assertThat(revoked()).isEmpty();
        assertThat(entries()).isEmpty();
        owner.choose(choosing, owner.second());
        trip.application().clock().advance(Duration.ofMinutes(1));
        turns();
        assertThat(revoked()).isEmpty();
        assertRefused("facebook", "still_used");
        assertThat(trip.find(second).state()).isInstanceOf(State.Active.class);
    }

    @Test
    void goesOnOnceThatCameToNothing() {
        owner.connect(connexion, owner.first());
        owner.choosing(trip.connexion().id());
        erase(connexion);
        turns();
        trip.application().clock().advance(Duration.ofHours(24));
        trip.application().resumeAuthorizations().turn();
        turns();
        assertThat(revoked()).containsExactly(owner.person());
    }

    @Test
    void hasAConsentForgottenThatWaitedForAChoice() {
        owner.choosing(connexion);
        erase(connexion);
        turns();
        assertThat(revoked()).containsExactly(owner.person());
    }

    @Test
    void hasAConsentForgottenThatCameWhileTheConnexionWasErased() {
        trip.application().instagram().meanwhile(() -> erase(connexion));
        assertThat(owner.consent(connexion, owner.accounts().getFirst()))
                .isEqualTo(new CompleteAuthorization.Result.Overtaken());
        turns();
        assertThat(revoked()).containsExactly(owner.person());
        assertThat(entries()).hasSize(1);
    }

    @Test
    void hasAConsentForgottenThatWasBeingProvedWhileTheConnexionWasErased() {
        trip.application().instagram().whileProving(account -> erase(connexion));
        assertThat(owner.consent(connexion, owner.accounts().getFirst()))
                .isEqualTo(new CompleteAuthorization.Result.Overtaken());
        turns();
        assertThat(revoked()).containsExactly(owner.person());
    }

    @Test
    void leavesAConsentThatANewerSessionOvertook() {
        trip.application().instagram().meanwhile(() -> trip.open(connexion));
        assertThat(owner.consent(connexion, owner.accounts().getFirst()))
                .isEqualTo(new CompleteAuthorization.Result.Overtaken());
        turns();
        assertThat(revoked()).isEmpty();
        assertThat(entries()).isEmpty();
    }

    @Test
    void saysThatInstagramLoginHasNoSuchCall() {
        trip.connect(connexion, Fixtures.account());
        erase(connexion);
        turns();
        assertRefused("instagram", "not_offered");
    }

    @Test
    void erasesWhetherOrNotMetaAnswersAndTriesAgain() {
        owner.connect(connexion, owner.first());
        trip.application().instagram().goesDown();
        erase(connexion);
        turns();
        assertThat(trip.scene().find(connexion)).isEmpty();
        assertThat(entries()).isEmpty();
        trip.application().instagram().comesBack();
        trip.application().clock().advance(Duration.ofSeconds(59));
        assertThat(trip.application().revokeConsents().turn()).isZero();
        trip.application().clock().advance(Duration.ofSeconds(1));
        turns();
        assertThat(revoked()).containsExactly(owner.person());
    }

    @Test
    void givesUpAfterAWeekAndSaysSo() {
        owner.connect(connexion, owner.first());
        trip.application().instagram().goesDown();
        erase(connexion);
        turns();
        trip.application().clock().advance(Duration.ofDays(7));
        turns();
        assertThat(entries()).singleElement().satisfies(written -> {
            assertThat(written.entry().outcome()).isEqualTo(Outcome.FAILED);
            assertThat(written.details())
                    .isEqualTo(Details.NONE
                            .and("loginProduct", null, "facebook")
                            .and("reason", null, "upstream_unavailable"));
        });
        trip.application().clock().advance(Duration.ofDays(7));
        assertThat(trip.application().revokeConsents().turn()).isZero();
    }

    @Test
    void losesNothingInACrash() {
        owner.connect(connexion, owner.first());
        erase(connexion);
        var calls = new AtomicInteger();
        trip.application().instagram().whileRevoking(person -> {
            if (calls.incrementAndGet() == 1) {
                throw new IllegalStateException("the process was killed");
            }
        });
        assertThatThrownBy(this::turns).hasMessage("the process was killed");
        assertThat(trip.application().revokeConsents().turn()).isZero();
        trip.application().clock().advance(Duration.ofMinutes(5));
        turns();
        assertThat(calls).hasValue(2);
        assertThat(revoked()).containsExactly(owner.person());
        assertThat(entries()).hasSize(1);
    }

    @Test
    void letsNoneStopTheOthers() {
        var other = new Owner(trip, owner.person() + "-2");
        var second = trip.connexion().id();
        owner.connect(connexion, owner.first());
        other.connect(second, other.first());
        trip.application().instagram().whileRevoking(person -> {
            if (person.equals(owner.person())) {
                throw new IllegalStateException("scripted");
            }
        });
        erase(connexion);
        erase(second);
        assertThatThrownBy(this::turns).hasMessage("scripted");
        assertThat(revoked()).containsExactly(other.person());
    }

    @Test
    void leavesAloneWhatThePlatformConnectedItself() {
        var foreign = trip.scene().connexion(new State.Active(Fixtures.link()));
        erase(foreign.id());
        assertThat(trip.application().revokeConsents().turn()).isZero();
    }

    private void assertRefused(String product, String reason) {
        assertThat(entries()).singleElement().satisfies(written -> {
            assertThat(written.entry().outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(written.details())
                    .isEqualTo(Details.NONE.and("loginProduct", null, product).and("reason", null, reason));
        });
    }

    private void erase(ConnexionId id) {
        trip.erase(id);
    }

    private void turns() {
        while (trip.application().revokeConsents().turn() > 0) {
            Thread.onSpinWait();
        }
    }

    private Set<String> revoked() {
        return trip.application().instagram().revoked();
    }

    private List<AuditTrail.Read> entries() {
        return trip.audit().stream()
                .filter(read -> read.entry().action() == Action.GRANT_REVOKED)
                .toList();
    }
}
