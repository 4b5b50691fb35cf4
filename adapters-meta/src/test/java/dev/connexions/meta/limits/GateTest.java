package dev.connexions.meta.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GateTest {

    private final Gate gate = new Gate();
    private Instant now = Instant.parse("2026-11-27T22:00:00Z");

    @ParameterizedTest
    @CsvSource({"0, 1000", "89, 1000", "90, 1000", "95, 500", "99, 100"})
    void thinsOutWhatPassesAsTheLimitComesNear(int percent, int passing) {
        gate.sees(percent, now, now);
        assertThat(passing(1000)).isBetween(passing - 2, passing + 2);
    }

    @Test
    void forgetsAPercentageThatIsOld() {
        gate.sees(99, now, now);
        assertThat(passing(100)).isLessThan(15);
        pass(Duration.ofMinutes(6));
        assertThat(passing(100)).isEqualTo(100);
    }

    @Test
    void letsNothingThroughUntilTheEndThatMetaNamed() {
        gate.close(now.plusSeconds(1800), now, now);
        assertThat(tried(Duration.ofMinutes(29))).isZero();
        pass(Duration.ofMinutes(1));
        assertThat(passing(50)).isEqualTo(1);
    }

    @Test
    void opensWhenAProbeComesBack() {
        gate.close(null, now, now);
        pass(Gate.PROBE_EVERY);
        assertThat(passing(10)).isEqualTo(1);
        gate.open(now);
        assertThat(passing(10)).isEqualTo(10);
        assertThat(gate.usage(now)).isEqualTo(Usage.UNKNOWN);
    }

    @Test
    void isNotOpenedByACallFromBefore() {
        var before = now;
        pass(Duration.ofSeconds(1));
        gate.close(null, before, now);
        gate.open(before);
        gate.open(now);
        assertThat(passing(10)).isZero();
    }

    /** Ten minutes of throttling: one call a second would be six hundred. */
    @Test
    void asksLessThanOneInAHundredTimesDuringAStorm() {
        var sent = 0;
        var end = now.plus(Duration.ofMinutes(10));
        while (now.isBefore(end)) {
            if (tryOnce()) {
                sent++;
                gate.close(null, now, now);
            }
            pass(Duration.ofSeconds(1));
        }
        assertThat(sent).isBetween(3, 6);
    }

    @Test
    void takesManyThrottledAnswersAtOnceForOne() {
        var asked = now;
        pass(Duration.ofSeconds(1));
        for (var i = 0; i < 100; i++) {
            gate.close(null, asked, now);
        }
        assertThat(gate.closedUntil()).isEqualTo(now.plus(Gate.PROBE_EVERY));
    }

    @Test
    void neverProbesMoreThanOnceAMinuteWhateverMetaNames() {
        gate.close(now.plusSeconds(1), now, now);
        pass(Duration.ofSeconds(1));
        assertThat(tryOnce()).isTrue();
        pass(Duration.ofMillis(10));
        gate.close(now.plusSeconds(1), now, now);
        assertThat(tried(Duration.ofSeconds(59))).isZero();
        pass(Duration.ofSeconds(1));
        assertThat(tryOnce()).isTrue();
    }

    @Test
    void guessesNoLongerThanAQuarterOfAnHourAndALittle() {
        for (var i = 0; i < 20; i++) {
            gate.close(null, now, now);
            now = end();
            gate.pass(now);
            now = now.plusSeconds(1);
        }
        gate.close(null, now, now);
        assertThat(Duration.between(now, end())).isEqualTo(Gate.LONGEST_GUESS);
    }

    @Test
    void closesAtAHundredPercent() {
        gate.sees(100, now, now);
        assertThat(gate.usage(now)).isEqualTo(new Usage(100, now, now.plus(Gate.PROBE_EVERY)));
        assertThat(passing(10)).isZero();
    }

    private Instant end() {
        @Nullable Instant end = gate.closedUntil();
        assertThat(end).isNotNull();
        return end == null ? now : end;
    }

    private int tried(Duration time) {
        var passed = 0;
        for (var second = 0L; second < time.toSeconds(); second++) {
            passed += tryOnce() ? 1 : 0;
            pass(Duration.ofSeconds(1));
        }
        return passed;
    }

    private int passing(int calls) {
        var passed = 0;
        for (var i = 0; i < calls; i++) {
            passed += tryOnce() ? 1 : 0;
        }
        return passed;
    }

    private boolean tryOnce() {
        if (gate.refusal(now) != null) {
            return false;
        }
        gate.pass(now);
        return true;
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }
}
