package dev.connexions.meta.sandbox.clock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.application.testing.SettableTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class VirtualClockTest {

    private static final Instant START = Instant.parse("2026-11-22T10:00:00.123456Z");

    private final SettableTime real = new SettableTime(START);
    private final VirtualClock clock = new VirtualClock(real, Duration.ZERO);

    @Test
    void runsWithRealTime() {
        real.advance(Duration.ofSeconds(5));
        assertThat(clock.instant()).isEqualTo(START.plusSeconds(5));
    }

    @Test
    void runsOnFromWhereItWasMoved() {
        clock.advance(Duration.ofDays(60));
        real.advance(Duration.ofSeconds(5));
        assertThat(clock.instant()).isEqualTo(START.plus(Duration.ofDays(60)).plusSeconds(5));
    }

    @Test
    void stepsBackOnlyWhenSet() {
        assertThat(clock.instant()).isEqualTo(START);
        real.set(START.minusSeconds(10));
        assertThat(clock.instant()).isEqualTo(START);
        clock.set(START.minus(Duration.ofDays(1)));
        assertThat(clock.instant()).isEqualTo(START.minus(Duration.ofDays(1)));
        clock.reset();
        assertThat(clock.instant()).isEqualTo(START.minusSeconds(10));
    }

    @Test
    void knowsNothingFinerThanMicroseconds() {
        var fine = new VirtualClock(() -> START.plusNanos(999), Duration.ofNanos(7));
        assertThat(fine.instant()).isEqualTo(START.plusNanos(1000));
    }
}
