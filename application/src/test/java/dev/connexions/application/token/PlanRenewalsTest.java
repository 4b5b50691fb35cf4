package dev.connexions.application.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.application.testing.Fixtures;
import dev.connexions.domain.connexion.Connexion;
import dev.connexions.domain.connexion.State;
import dev.connexions.domain.token.TokenLease;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlanRenewalsTest {

    private final Renewals renewals = Renewals.create();
    private final PlanRenewals plan = renewals.application().planRenewals();

    @Test
    void countsATokenThatThePlatformWroteFromFirstSight() {
        var row = foreign(Duration.ofDays(20));
        renewals.pass(Duration.ofDays(4));
        var now = renewals.application().clock().instant();
        assertThat(plan.turn()).isEqualTo(1);
        var planned = renewals.find(row.id());
        assertThat(planned.refreshing().nextAt()).isEqualTo(now.plus(Duration.ofDays(8)));
        assertThat(planned.state()).isEqualTo(row.state());
        assertThat(plan.turn()).isZero();

        renewals.pass(Duration.ofDays(8));
        assertThat(renewals.application().renewDueTokens().turn()).isEqualTo(1);
        assertThat(renewals.meta().asked()).hasSize(1);
    }

    @Test
    void plansNothingForATokenWithoutAnEndOrPastIt() {
        foreign(null);
        foreign(Duration.ofDays(1));
        renewals.pass(Duration.ofDays(1));
        assertThat(plan.turn()).isZero();
    }

    @Test
    void leavesThePlansOfOthersAlone() {
        var connexion = renewals.connected();
        assertThat(plan.turn()).isZero();
        assertThat(renewals.find(connexion.id()).refreshing()).isEqualTo(connexion.refreshing());
    }

    private Connexion foreign(@Nullable Duration left) {
        var active = renewals.connected();
        var now = renewals.application().clock().instant();
        var link = active.state().linked().orElseThrow();
        var state = new State.Active(link.renewed(new TokenLease(null, left == null ? null : now.plus(left))));
        var row = Fixtures.foreign(Fixtures.with(active, state));
        renewals.scene().store().plant(row);
        return row;
    }
}
