package dev.connexions.domain.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RenewalPolicyTest {

    private static final Instant ISSUED = Instant.parse("2026-03-29T00:30:00.000001Z");
    private static final Instant SEEN = ISSUED.plus(Duration.ofDays(7));
    private static final Instant NOW = ISSUED.plus(Duration.ofDays(40));

    private final RenewalPolicy half = RenewalPolicy.DEFAULT;

    @ParameterizedTest
    @CsvSource({"P60D, 0.5, P30D", "P60D, 0.8, P48D", "P60D, 0.001, P1D", "P2D, 0.5, P1D", "P3D, 0.5, PT36H"})
    void opensAfterItsShareOfTheLifeButNeverUnderADay(Duration life, double share, Duration opens) {
        assertThat(new RenewalPolicy(share).opensAt(new TokenLease(ISSUED, ISSUED.plus(life)), SEEN))
                .contains(ISSUED.plus(opens));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "PT24H"})
    void neverOpensForALifeOfADayOrLess(Duration life) {
        assertThat(half.opensAt(new TokenLease(ISSUED, ISSUED.plus(life)), ISSUED))
                .isEmpty();
        assertThat(half.opensAt(new TokenLease(ISSUED, ISSUED.plusSeconds(86_401)), ISSUED))
                .contains(ISSUED.plusSeconds(86_400));
    }

    @Test
    void neverOpensForATokenWithoutAnEnd() {
        assertThat(half.opensAt(new TokenLease(ISSUED, null), SEEN)).isEmpty();
        assertThat(half.opensAt(new TokenLease(null, null), SEEN)).isEmpty();
    }

    @Test
    void countsATokenOfUnknownIssueFromFirstSight() {
        assertThat(half.opensAt(new TokenLease(null, SEEN.plus(Duration.ofDays(20))), SEEN))
                .contains(SEEN.plus(Duration.ofDays(10)));
        assertThat(half.opensAt(new TokenLease(null, SEEN), SEEN)).isEmpty();
        assertThat(half.opensAt(new TokenLease(null, SEEN.minusSeconds(1)), SEEN))
                .isEmpty();
    }

    @Test
    void opensForAnEndThatIsFarBeyondEveryLife() {
        var end = Instant.parse("9999-12-31T23:59:59Z");
        assertThat(half.opensAt(new TokenLease(ISSUED, end), SEEN))
                .hasValueSatisfying(at -> assertThat(at).isBetween(SEEN, end));
    }

    @ParameterizedTest
    @CsvSource({"1, PT5M", "2, PT10M", "3, PT20M", "7, PT5H20M", "8, PT6H", "9, PT6H", "100000, PT6H"})
    void waitsTwiceAsLongAfterEachFailureUpToSixHours(int failures, Duration pause) {
        assertThat(half.retryAt(lease(Duration.ofDays(20)), failures, null, NOW))
                .contains(NOW.plus(pause));
    }

    @Test
    void waitsAsLongAsMetaAsksFor() {
        var later = NOW.plus(Duration.ofHours(1));
        assertThat(half.retryAt(lease(Duration.ofDays(20)), 1, later, NOW)).contains(later);
        assertThat(half.retryAt(lease(Duration.ofDays(20)), 8, later, NOW)).contains(NOW.plus(Duration.ofHours(6)));
    }

    @Test
    void triesOnceMoreShortlyBeforeTheEndAndNotAfterwards() {
        assertThat(half.retryAt(lease(Duration.ofHours(1)), 8, null, NOW)).contains(NOW.plus(Duration.ofMinutes(50)));
        assertThat(half.retryAt(lease(Duration.ofHours(1)), 1, NOW.plus(Duration.ofDays(1)), NOW))
                .contains(NOW.plus(Duration.ofMinutes(50)));
        assertThat(half.retryAt(lease(Duration.ofMinutes(10)), 1, null, NOW)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.1, 1, 1.5, Double.NaN, Double.POSITIVE_INFINITY})
    void isAShare(double share) {
        assertThatIllegalArgumentException().isThrownBy(() -> new RenewalPolicy(share));
    }

    private static TokenLease lease(Duration left) {
        return new TokenLease(ISSUED, NOW.plus(left));
    }
}
