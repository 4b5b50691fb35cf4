package dev.connexions.application.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.application.testing.Fixtures;
import dev.connexions.domain.audit.Action;
import dev.connexions.domain.connexion.Cause;
import dev.connexions.domain.connexion.State;
import dev.connexions.domain.connexion.Status;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ExpireTokensTest {

    private final Renewals renewals = Renewals.create();
    private final ExpireTokens expire = renewals.application().expireTokens();

    @Test
    void saysSoAtTheEndAndNotBefore() {
        var elsewhere = renewals.elsewhere();
        var one = renewals.connected();
        var other = elsewhere.connected();
        renewals.pass(Fixtures.TOKEN_LIFETIME.minusNanos(1000));
        assertThat(expire.turn()).isZero();
        renewals.pass(Duration.ofNanos(1000));
        assertThat(expire.turn()).isEqualTo(2);
        assertThat(renewals.find(one.id()).state())
                .isEqualTo(new State.Expired(one.state().linked().orElseThrow(), Cause.of("token_expired")));
        assertThat(elsewhere.find(other.id()).state().status()).isEqualTo(Status.EXPIRED);
        assertThat(renewals.scene().actions()).containsExactly(Action.CONNEXION_EXPIRED);
        assertThat(elsewhere.scene().actions()).containsExactly(Action.CONNEXION_EXPIRED);
        assertThat(expire.turn()).isZero();
    }

    @Test
    void getsPastRowsThatCannotBeRead() {
        for (var i = 0; i < ExpireTokens.BATCH; i++) {
            var row = renewals.connected();
            var link = row.state().linked().orElseThrow();
            renewals.scene().store().plant(Fixtures.with(row, new State.Unreadable(link, Cause.of("row_unreadable"))));
        }
        renewals.pass(Duration.ofSeconds(1));
        var behind = renewals.connected();
        renewals.pass(Duration.ofDays(61));
        assertThat(expire.turn()).isEqualTo(ExpireTokens.BATCH);
        assertThat(expire.turn()).isEqualTo(1);
        assertThat(renewals.find(behind.id()).state().status()).isEqualTo(Status.EXPIRED);
        assertThat(expire.turn()).isEqualTo(ExpireTokens.BATCH);
    }
}
