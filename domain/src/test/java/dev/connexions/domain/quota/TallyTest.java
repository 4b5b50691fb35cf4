package dev.connexions.domain.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.connexion.DailyLimit;
import dev.connexions.domain.shared.OrganisationId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TallyTest {

    private static final Instant NOW = Instant.parse("2026-03-29T10:15:30.123456Z");
    private static final Instant MIDNIGHT = Instant.parse("2026-03-30T00:00:00Z");
    private static final Instant LEASE = NOW.plusSeconds(60);
    private static final CivilDay DAY = new CivilDay(ZoneOffset.UTC);

    @Test
    void takesTheLeasesThatEndedForFree() {
        var quota = tally(10, 10, MIDNIGHT).at(NOW, DAY);
        assertThat(quota.room().counted()).isEqualTo(8);
        assertThat(quota.room().remaining()).isEqualTo(2);
        assertThat(quota.held()).isEqualTo(3);
        assertThat(quota.used()).isEqualTo(5);
        assertThat(quota.earliestFreeAt()).isNull();
    }

    @Test
    void saysWhenThereMayBeRoom() {
        assertThat(tally(8, 8, MIDNIGHT).at(NOW, DAY).earliestFreeAt()).isEqualTo(LEASE);
        assertThat(tally(8, 8, NOW.plusSeconds(1)).at(NOW, DAY).earliestFreeAt())
                .isEqualTo(NOW.plusSeconds(1));
    }

    @Test
    void knowsNothingOfADayThatIsOver() {
        for (var end : new @Nullable Instant[] {null, NOW, NOW.minusSeconds(1), NOW.plus(Duration.ofDays(3))}) {
            var quota = tally(10, 10, end).at(NOW, DAY);
            assertThat(quota).as("%s", end).isEqualTo(new DailyQuota(new Room(limit(10), 0, MIDNIGHT), 0, null, null));
        }
        assertThat(tally(10, 10, NOW.plusNanos(1000)).isOf(NOW)).isTrue();
        assertThat(tally(10, 10, NOW.plus(CivilDay.FURTHEST_END)).isOf(NOW)).isTrue();
    }

    @Test
    void neverHasLessThanNothingLeft() {
        var room = new Room(limit(5), 9, MIDNIGHT);
        assertThat(room.remaining()).isZero();
        assertThat(room.fits(1)).isFalse();
        assertThat(new Room(limit(5), 4, MIDNIGHT).fits(1)).isTrue();
        assertThat(new Room(limit(5), 4, MIDNIGHT).fits(2)).isFalse();
        assertThat(new Room(limit(0), 0, MIDNIGHT).fits(1)).isFalse();
    }

    @Test
    void countsAsFarAsTheColumnGoesWithoutALimit() {
        var most = new Room(null, Integer.MAX_VALUE - 1L, MIDNIGHT);
        assertThat(most.remaining()).isNull();
        assertThat(most.fits(1)).isTrue();
        assertThat(most.fits(2)).isFalse();
        assertThat(new Room(limit(Integer.MAX_VALUE), Integer.MAX_VALUE, MIDNIGHT).fits(1))
                .isFalse();
    }

    @Test
    void boundsAHold() {
        assertThat(new Hold(1000, Duration.ofHours(1), null).units()).isEqualTo(1000);
        assertThatIllegalArgumentException().isThrownBy(() -> Hold.units(0));
        assertThatIllegalArgumentException().isThrownBy(() -> Hold.units(1001));
        assertThatIllegalArgumentException().isThrownBy(() -> Hold.lease(0));
        assertThatIllegalArgumentException().isThrownBy(() -> Hold.lease(3601));
        assertThatIllegalArgumentException().isThrownBy(() -> new Hold(0, Hold.DEFAULT_LEASE, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new Hold(1, Duration.ofSeconds(3601), null));
        assertThatIllegalArgumentException().isThrownBy(() -> Hold.purpose("x".repeat(201)));
        assertThatIllegalArgumentException().isThrownBy(() -> Hold.purpose("a\u0000b"));
    }

    private static Tally tally(long counted, int limit, @Nullable Instant dayEnd) {
        return new Tally(
                ConnexionId.random(),
                new OrganisationId(UUID.randomUUID()),
                limit(limit),
                counted,
                dayEnd,
                counted == 8 ? 8 : 3,
                counted == 8 ? 0 : 2,
                LEASE,
                null);
    }

    private static DailyLimit limit(int units) {
        return new DailyLimit(units);
    }
}
