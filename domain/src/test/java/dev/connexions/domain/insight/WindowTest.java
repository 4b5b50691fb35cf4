package dev.connexions.domain.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowTest {

    private static final Instant START = Instant.parse("2026-01-01T08:00:00Z");

    @ParameterizedTest
    @CsvSource({"PT1S, 1", "P1D, 1", "P30D, 1", "PT720H0.000001S, 2", "P60D, 2", "P61D, 3", "P400D, 14"})
    void comesInPiecesThatMetaAnswers(Duration length, int pieces) {
        var window = new Window(START, START.plus(length));
        var chunks = window.chunks();
        assertThat(chunks).hasSize(pieces);
        assertThat(chunks.getFirst().from()).isEqualTo(window.from());
        assertThat(chunks.getLast().until()).isEqualTo(window.until());
        for (var i = 1; i < pieces; i++) {
            assertThat(chunks.get(i).from()).isEqualTo(chunks.get(i - 1).until());
        }
        assertThat(chunks)
                .allSatisfy(chunk -> assertThat(Duration.between(chunk.from(), chunk.until()))
                        .isLessThanOrEqualTo(Window.MOST_AT_ONCE));
    }

    @Test
    void endsAfterItBegan() {
        assertThatThrownBy(() -> new Window(START, START)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Window(START, START.minusNanos(1))).isInstanceOf(IllegalArgumentException.class);
    }
}
