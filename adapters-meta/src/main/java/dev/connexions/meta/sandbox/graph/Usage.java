package dev.connexions.meta.sandbox.graph;

import dev.connexions.meta.sandbox.http.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/** How much of the app's calls of this hour is used up: 200 for each user, as whole percent ({@code X-App-Usage}). */
final class Usage {

    private static final int CALLS_PER_USER = 200;
    private static final Duration WINDOW = Duration.ofHours(1);

    private record Hour(Instant start, int calls) {}

    private final AtomicReference<Hour> hour = new AtomicReference<>(new Hour(Instant.EPOCH, 0));

    String count(Instant now, int users) {
        var current = hour.updateAndGet(
                last -> now.isBefore(last.start()) || !now.isBefore(last.start().plus(WINDOW))
                        ? new Hour(now, 1)
                        : new Hour(last.start(), last.calls() + 1));
        var percent = (int) Math.min(100L, 100L * current.calls() / ((long) CALLS_PER_USER * Math.max(1, users)));
        return Json.write(Json.object()
                .put("call_count", percent)
                .put("total_time", percent)
                .put("total_cputime", percent));
    }
}
