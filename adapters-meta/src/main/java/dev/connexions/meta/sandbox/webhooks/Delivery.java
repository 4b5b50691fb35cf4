package dev.connexions.meta.sandbox.webhooks;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that is to reach a callback, and how that goes.
 *
 * @param retried whether it is tried again when it fails
 * @param attempts how often it was tried
 * @param nextAt when it is tried next; absent: never
 * @param status what the callback answered last; absent when it could not be reached
 * @param answer the beginning of what it said
 */
public record Delivery(
        String id,
        Kind kind,
        String url,
        String contentType,
        String body,
        Map<String, String> headers,
        Instant createdAt,
        boolean retried,
        int attempts,
        @Nullable Instant nextAt,
        @Nullable Integer status,
        @Nullable String answer) {

    /** At once, and then with growing gaps, for a day and a half (dossier 8.2). */
    private static final List<Duration> GAPS = List.of(
            Duration.ZERO,
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(6),
            Duration.ofHours(12),
            Duration.ofHours(15));

    public Delivery {
        headers = Map.copyOf(headers);
    }

    public enum Kind {
        NOTIFICATION,
        DEAUTHORIZE,
        DATA_DELETION
    }

    public boolean arrived() {
        return status != null && status == 200;
    }

    public Delivery tried(@Nullable Integer nextStatus, @Nullable String nextAnswer, Instant now) {
        var done = nextStatus != null && nextStatus == 200;
        var again = done ? Optional.<Instant>empty() : again(now);
        return new Delivery(
                id,
                kind,
                url,
                contentType,
                body,
                headers,
                createdAt,
                retried,
                attempts + 1,
                again.orElse(null),
                nextStatus,
                nextAnswer);
    }

    private Optional<Instant> again(Instant now) {
        return retried && attempts < GAPS.size() ? Optional.of(now.plus(GAPS.get(attempts))) : Optional.empty();
    }
}
