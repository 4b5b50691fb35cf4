package dev.connexions.meta.sandbox.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class DeliveryTest {

    private static final Instant NOW = Instant.parse("2026-10-05T00:00:00Z");

    @Test
    void isTriedWithGrowingGapsForADayAndAHalf() {
        var delivery = fresh(true).tried(500, "no", NOW);
        var gap = Duration.ZERO;
        var at = NOW;
        while (delivery.nextAt() != null) {
            var next = Objects.requireNonNull(delivery.nextAt());
            assertThat(Duration.between(at, next)).isGreaterThanOrEqualTo(gap);
            gap = Duration.between(at, next);
            at = next;
            delivery = delivery.tried(null, "nobody answered", at);
        }
        assertThat(Duration.between(NOW, at)).isBetween(Duration.ofHours(35), Duration.ofHours(36));
        assertThat(delivery.attempts()).isEqualTo(9);
        assertThat(delivery.arrived()).isFalse();
    }

    @Test
    void isDoneOnceItArrived() {
        var delivery = fresh(true).tried(200, "ok", NOW);
        assertThat(delivery.arrived()).isTrue();
        assertThat(delivery.nextAt()).isNull();
    }

    @Test
    void isTriedOnceIfThatIsAllThereIs() {
        assertThat(fresh(false).tried(500, "no", NOW).nextAt()).isNull();
    }

    private static Delivery fresh(boolean retried) {
        return new Delivery(
                "delivery-1",
                Delivery.Kind.NOTIFICATION,
                "http://127.0.0.1/",
                "application/json",
                "{}",
                Map.of(),
                NOW,
                retried,
                0,
                null,
                null,
                null);
    }
}
