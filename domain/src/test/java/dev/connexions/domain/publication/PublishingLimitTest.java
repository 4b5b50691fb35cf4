package dev.connexions.domain.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PublishingLimitTest {

    private static final Instant NOW = Instant.parse("2026-11-27T10:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    @Test
    void saysWhatIsLeft() {
        assertThat(limit(0, 50, DAY).remaining()).isEqualTo(50);
        assertThat(limit(49, 50, DAY).remaining()).isEqualTo(1);
        assertThat(limit(50, 50, DAY).remaining()).isZero();
        assertThat(limit(51, 50, DAY).remaining()).isZero();
    }

    @Test
    void inventsNoTotal() {
        assertThat(limit(3, null, null).remaining()).isNull();
    }

    @Test
    void countsFromZero() {
        assertThatThrownBy(() -> limit(-1, 50, DAY)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> limit(0, -1, DAY)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> limit(0, 50, Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> limit(0, 50, DAY.negated())).isInstanceOf(IllegalArgumentException.class);
    }

    private static PublishingLimit limit(int used, @Nullable Integer total, @Nullable Duration window) {
        return new PublishingLimit(used, total, window, NOW);
    }
}
