package dev.connexions.meta.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BreakersTest {

    private static final Duration QUICK = Duration.ofMillis(5);

    private Instant now = Instant.parse("2026-11-27T22:00:00Z");
    private final Breakers breakers = new Breakers(() -> now);

    @Test
    void opensOnOutagesOfThatHostAlone() {
        call("graph", 20, true);
        assertThat(breakers.admits("graph")).isFalse();
        assertThat(breakers.admits("upload")).isTrue();
        breakers.note("upload", QUICK, false);
        assertThat(breakers.states()).isEqualTo(Map.of("graph", "open", "upload", "closed"));
    }

    @Test
    void staysClosedForAFewOutagesAndForAnyNumberOfAnswers() {
        call("graph", 19, true);
        call("upload", 21, false);
        call("upload", 20, true);
        assertThat(breakers.states()).isEqualTo(Map.of("graph", "closed", "upload", "closed"));
    }

    @Test
    void forgetsAfterAMinute() {
        call("graph", 19, true);
        now = now.plusSeconds(61);
        call("graph", 5, true);
        assertThat(breakers.admits("graph")).isTrue();
    }

    @Test
    void triesAgainAndClosesWhenMetaAnswers() {
        call("graph", 20, true);
        now = now.plusSeconds(11);
        call("graph", 3, false);
        assertThat(breakers.states()).isEqualTo(Map.of("graph", "closed"));
    }

    @Test
    void waitsLongerEachTimeThatTryingWasInVain() {
        call("graph", 20, true);
        now = now.plusSeconds(11);
        call("graph", 3, true);
        now = now.plusSeconds(11);
        assertThat(breakers.admits("graph")).isFalse();
        now = now.plusSeconds(11);
        assertThat(breakers.admits("graph")).isTrue();
    }

    private void call(String host, int times, boolean outage) {
        for (var i = 0; i < times; i++) {
            assertThat(breakers.admits(host)).isTrue();
            breakers.note(host, QUICK, outage);
        }
    }
}
