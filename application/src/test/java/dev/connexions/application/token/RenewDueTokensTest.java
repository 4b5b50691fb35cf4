package dev.connexions.application.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connexions.application.testing.Fixtures;
import dev.connexions.application.testing.Together;
import dev.connexions.domain.audit.Action;
import dev.connexions.domain.audit.Actor;
import dev.connexions.domain.audit.Outcome;
import dev.connexions.domain.connexion.Cause;
import dev.connexions.domain.connexion.Connexion;
import dev.connexions.domain.connexion.State;
import dev.connexions.domain.connexion.Status;
import dev.connexions.domain.token.Refreshing;
import dev.connexions.domain.token.Refreshing.Attempt;
import dev.connexions.domain.token.RenewalFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

class RenewDueTokensTest {

    private final Renewals renewals = Renewals.create();
    private final RenewDueTokens renew = renewals.application().renewDueTokens();

    @Test
    void renewsFromHalfLifeOnAndNotBefore() {
        var connexion = renewals.connected();
        var old = renewals.token(connexion.id());
        renewals.pass(Renewals.HALF.minusNanos(1000));
        assertThat(renew.turn()).isZero();
        renewals.pass(Duration.ofNanos(1000));
        var now = renewals.application().clock().instant();
        assertThat(renew.turn()).isEqualTo(1);
        assertThat(renewals.meta().asked()).containsExactly(old);
        var after = renewals.find(connexion.id());
        assertThat(renewals.token(connexion.id())).isNotEqualTo(old);
        assertThat(renewals.link(connexion.id()).lease().expiresAt()).isEqualTo(now.plus(Fixtures.TOKEN_LIFETIME));
        assertThat(after.state().status()).isEqualTo(Status.ACTIVE);
        assertThat(after.refreshing()).isEqualTo(new Refreshing(now.plus(Renewals.HALF), 0, new Attempt(now, null)));
        var entry = renewals.scene().audit().getFirst().entry();
        assertThat(entry.action()).isEqualTo(Action.CONNEXION_RENEWED);
        assertThat(entry.actor().kind()).isEqualTo(Actor.Kind.SYSTEM);
        assertThat(renew.turn()).isZero();
    }

    @Test
    void worksInEveryOrganisation() {
        var elsewhere = renewals.elsewhere();
        var one = renewals.connected();
        var other = elsewhere.connected();
        renewals.pass(Renewals.HALF);
        assertThat(renew.turn()).isEqualTo(2);
        assertThat(renewals.find(one.id()).refreshing().last()).isNotNull();
        assertThat(elsewhere.find(other.id()).refreshing().last()).isNotNull();
        assertThat(renewals.scene().actions()).containsExactly(Action.CONNEXION_RENEWED);
        assertThat(elsewhere.scene().actions()).containsExactly(Action.CONNEXION_RENEWED);
    }

    @Test
    void leavesTheConnexionAsItWasWhenMetaRefusesAndTriesAgainLater() {
        var connexion = renewals.connected();
        var old = renewals.token(connexion.id());
        renewals.pass(Renewals.HALF);
        renewals.meta().fails(RenewalFailure.TOKEN_REFUSED);
        renew.turn();
        var now = renewals.application().clock().instant();
        var after = renewals.find(connexion.id());
        assertThat(after.state()).isEqualTo(connexion.state());
        assertThat(renewals.token(connexion.id())).isEqualTo(old);
        assertThat(after.refreshing())
                .isEqualTo(new Refreshing(
                        now.plus(Duration.ofMinutes(5)), 1, new Attempt(now, RenewalFailure.TOKEN_REFUSED)));
        var entry = renewals.scene().audit().getFirst().entry();
        assertThat(entry.action()).isEqualTo(Action.CONNEXION_RENEWAL_FAILED);
        assertThat(entry.outcome()).isEqualTo(Outcome.FAILED);

        renewals.pass(Duration.ofMinutes(5).minusNanos(1000));
        assertThat(renew.turn()).isZero();
        renewals.pass(Duration.ofNanos(1000));
        renewals.meta().works();
        assertThat(renew.turn()).isEqualTo(1);
        assertThat(renewals.find(connexion.id()).refreshing().failures()).isZero();
    }

    @Test
    void waitsAsLongAsMetaAsksFor() {
        var connexion = renewals.connected();
        renewals.pass(Renewals.HALF);
        var later = renewals.application().clock().instant().plus(Duration.ofHours(2));
        renewals.meta().fails(RenewalFailure.THROTTLED, later);
        renew.turn();
        assertThat(renewals.find(connexion.id()).refreshing().nextAt()).isEqualTo(later);
    }

    @Test
    void dropsAnAnswerThatTheErasureOvertook() {
        var connexion = renewals.connected();
        renewals.pass(Renewals.HALF);
        renewals.meta().meanwhile(token -> renewals.erase(connexion.id()));
        assertThat(renew.turn()).isEqualTo(1);
        assertThat(renewals.scene().find(connexion.id())).isEmpty();
        assertThat(renewals.scene().actions()).isEmpty();
    }

    @Test
    void dropsAnAnswerWhenAnotherTokenIsThereMeanwhile() {
        var connexion = renewals.connected();
        renewals.pass(Renewals.HALF);
        var others = new ArrayList<dev.connexions.domain.shared.AccessToken>();
        renewals.meta().meanwhile(token -> others.add(renewals.overwrite(connexion.id())));
        renew.turn();
        assertThat(renewals.token(connexion.id())).isEqualTo(others.getFirst());
        assertThat(renewals.find(connexion.id()).refreshing().last()).isNull();
        assertThat(renewals.scene().actions()).isEmpty();
    }

    @Test
    void dropsTheAnswerOfAClaimThatLapsed() {
        var connexion = renewals.connected();
        renewals.pass(Renewals.HALF);
        var second = new ArrayList<Integer>();
        renewals.meta().meanwhile(token -> {
            if (second.isEmpty()) {
                second.add(0);
                // the first is stopped for longer than its claim lasts, and wakes when another has the work
                renewals.pass(Duration.ofMinutes(6));
                renewals.meta().fails(RenewalFailure.UPSTREAM_TIMEOUT);
                second.set(0, renewals.application().renewDueTokens().turn());
                renewals.meta().works();
            }
        });
        renew.turn();
        assertThat(second).containsExactly(1);
        assertThat(renewals.find(connexion.id()).refreshing().failures()).isEqualTo(1);
        assertThat(renewals.scene().actions()).containsExactly(Action.CONNEXION_RENEWAL_FAILED);
    }

    @Test
    void worksAgainOnWhatACrashLeftBehind() {
        var connexion = renewals.connected();
        renewals.pass(Renewals.HALF);
        renewals.meta().meanwhile(token -> {
            throw new IllegalStateException("crash");
        });
        assertThatThrownBy(renew::turn).hasMessage("crash");
        renewals.meta().meanwhile(token -> {});
        assertThat(renew.turn()).isZero();
        renewals.pass(Duration.ofMinutes(5));
        assertThat(renew.turn()).isEqualTo(1);
        assertThat(renewals.find(connexion.id()).refreshing().last()).isNotNull();
    }

    @Test
    void letsNoBadOneStopTheOthers() {
        var connexions = new ArrayList<Connexion>();
        for (var i = 0; i < 5; i++) {
            connexions.add(renewals.connected());
        }
        renewals.pass(Renewals.HALF);
        var bad = renewals.token(connexions.get(2).id());
        renewals.meta().meanwhile(token -> {
            if (token.equals(bad)) {
                throw new IllegalStateException("bad");
            }
        });
        assertThatThrownBy(renew::turn).hasMessage("bad");
        assertThat(connexions)
                .filteredOn(each -> renewals.find(each.id()).refreshing().last() != null)
                .hasSize(4);
    }

    @Test
    void takesOnNoMoreThanABatch() {
        for (var i = 0; i < RenewDueTokens.BATCH + 3; i++) {
            renewals.connected();
        }
        renewals.pass(Renewals.HALF);
        assertThat(renew.turn()).isEqualTo(RenewDueTokens.BATCH);
        assertThat(renew.turn()).isEqualTo(3);
        assertThat(renew.turn()).isZero();
    }

    @Test
    void callsMetaOnceForEachThoughFourReplicasTry() throws InterruptedException {
        for (var i = 0; i < 100; i++) {
            renewals.connected();
        }
        renewals.pass(Renewals.HALF);
        var failures = Together.run(4, thread -> {
            var replica = renewals.application().renewDueTokens();
            while (replica.turn() > 0) {
                Thread.onSpinWait();
            }
        });
        assertThat(failures).allSatisfy(failure -> assertThat(failure).isEmpty());
        var asked = renewals.meta().asked();
        assertThat(asked).hasSize(100);
        var distinct = new HashSet<String>();
        asked.forEach(token -> distinct.add(token.reveal()));
        assertThat(distinct).hasSize(100);
    }

    @Test
    void saysThatTheTokenExpiredInsteadOfRenewingIt() {
        var connexion = renewals.connected();
        renewals.pass(Duration.ofDays(61));
        assertThat(renew.turn()).isEqualTo(1);
        assertThat(renewals.meta().asked()).isEmpty();
        assertThat(renewals.find(connexion.id()).state().why()).contains(Cause.of("token_expired"));
        assertThat(renewals.scene().actions()).containsExactly(Action.CONNEXION_EXPIRED);
        assertThat(renew.turn()).isZero();
    }

    @Test
    void forgetsWhatCanNoLongerBeRenewed() {
        var connexion = renewals.connected();
        var link = renewals.link(connexion.id());
        renewals.pass(Renewals.HALF);
        renewals.scene().store().transactions().in(renewals.scene().operator(), tx -> {
            var dead = new State.ReauthorizationRequired(link, Cause.of("token_refused"));
            return renewals.scene().store().connexions().save(tx, Fixtures.with(connexion, dead));
        });
        assertThat(renew.turn()).isEqualTo(1);
        assertThat(renew.turn()).isZero();
        assertThat(renewals.meta().asked()).isEmpty();
        assertThat(renewals.find(connexion.id()).refreshing().nextAt()).isNull();
    }

    @Test
    void leavesATokenThatNoKeyOpensAloneForAnHour() {
        var connexion = renewals.connected();
        renewals.pass(Renewals.HALF);
        renewals.scene().store().spoilToken(connexion.id());
        assertThat(renew.turn()).isEqualTo(1);
        renewals.pass(Duration.ofMinutes(59));
        assertThat(renew.turn()).isZero();
        renewals.pass(Duration.ofMinutes(1));
        assertThat(renew.turn()).isEqualTo(1);
        assertThat(renewals.meta().asked()).isEmpty();
        assertThat(renewals.scene().actions()).isEmpty();
    }
}
