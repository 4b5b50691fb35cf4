package dev.connexions.domain.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.connexions.domain.token.TokenLease.Renewal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TokenLeaseTest {

    private static final Instant ISSUED = Instant.parse("2026-03-29T00:30:00Z");
    private static final Instant EXPIRES = ISSUED.plus(Duration.ofDays(60));
    private static final Duration TICK = Duration.ofNanos(1000);

    private final TokenLease lease = new TokenLease(ISSUED, EXPIRES);

    @Test
    void expiresAtItsEndAndNotBefore() {
        assertThat(lease.expiredAt(EXPIRES.minus(TICK))).isFalse();
        assertThat(lease.expiredAt(EXPIRES)).isTrue();
        assertThat(lease.expiredAt(EXPIRES.plus(TICK))).isTrue();
    }

    @Test
    void neverExpiresWithoutAnEnd() {
        assertThat(new TokenLease(ISSUED, null).expiredAt(Instant.MAX)).isFalse();
        assertThat(new TokenLease(null, null).expiredAt(Instant.MAX)).isFalse();
    }

    @Test
    void isTooYoungToRenewForADay() {
        var notBefore = ISSUED.plus(Duration.ofHours(24));
        assertThat(lease.renewalAt(ISSUED)).isEqualTo(new Renewal.TooEarly(notBefore));
        assertThat(lease.renewalAt(notBefore.minus(TICK))).isEqualTo(new Renewal.TooEarly(notBefore));
        assertThat(lease.renewalAt(notBefore)).isEqualTo(new Renewal.Possible(EXPIRES));
    }

    @Test
    void isTooOldToRenewOnceItExpired() {
        assertThat(lease.renewalAt(EXPIRES.minus(TICK))).isEqualTo(new Renewal.Possible(EXPIRES));
        assertThat(lease.renewalAt(EXPIRES)).isEqualTo(new Renewal.TooLate());
    }

    @Test
    void mayBeRenewedAtOnceWhenNobodyKnowsItsAge() {
        var unknown = new TokenLease(null, EXPIRES);
        assertThat(unknown.renewalAt(ISSUED)).isEqualTo(new Renewal.Possible(EXPIRES));
        assertThat(unknown.renewalAt(EXPIRES)).isEqualTo(new Renewal.TooLate());
    }

    @Test
    void needsNoRenewalWithoutAnEnd() {
        assertThat(new TokenLease(ISSUED, null).renewalAt(ISSUED)).isEqualTo(new Renewal.NotNeeded());
    }

    @Test
    void isNeverRenewedWhenItIsShorterThanADay() {
        var brief = new TokenLease(ISSUED, ISSUED.plus(Duration.ofHours(1)));
        assertThat(brief.renewalAt(ISSUED)).isInstanceOf(Renewal.TooEarly.class);
        assertThat(brief.renewalAt(ISSUED.plus(Duration.ofHours(1)))).isEqualTo(new Renewal.TooLate());
    }

    @Test
    void endsAfterItBegins() {
        assertThat(new TokenLease(ISSUED, ISSUED.plus(TICK)).expiresAt()).isEqualTo(ISSUED.plus(TICK));
        assertThatIllegalArgumentException().isThrownBy(() -> new TokenLease(ISSUED, ISSUED));
        assertThatIllegalArgumentException().isThrownBy(() -> new TokenLease(ISSUED, ISSUED.minus(TICK)));
    }
}
