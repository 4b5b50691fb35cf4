package dev.connexions.meta.sandbox.usage;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Counts the calls of one key in one window after the other. Safe for use by many threads. */
final class Meter {

    /** What calls while blocked cost (dossier 6: they prolong the block). */
    private static final Duration PENALTY = Duration.ofMinutes(1);

    private final Duration window;
    private Instant start = Instant.MIN;
    private long calls;
    private @Nullable Instant blockedUntil;

    Meter(Duration window) {
        this.window = window;
    }

    /** One more call. */
    synchronized Reading count(long limit, Instant now) {
        turn(now);
        if (blockedUntil != null) {
            var longer = blockedUntil.plus(PENALTY);
            var longest = now.plus(window);
            blockedUntil = longer.isBefore(longest) ? longer : longest;
            return read(limit, now);
        }
        calls++;
        if (calls > limit) {
            blockedUntil = start.plus(window);
        }
        return read(limit, now);
    }

    synchronized Reading look(long limit, Instant now) {
        turn(now);
        return read(limit, now);
    }

    /** At 100 the next call is refused. */
    synchronized Reading set(int percent, long limit, Instant now) {
        start = now;
        blockedUntil = null;
        calls = limit / 100 * percent + limit % 100 * percent / 100;
        return read(limit, now);
    }

    private void turn(Instant now) {
        var over = blockedUntil == null
                ? now.isBefore(start) || start.equals(Instant.MIN) || !now.isBefore(start.plus(window))
                : now.isBefore(start) || !now.isBefore(blockedUntil);
        if (over) {
            start = now;
            calls = 0;
            blockedUntil = null;
        }
    }

    private Reading read(long limit, Instant now) {
        var percent = (int) Math.min(100, 100.0 * calls / limit);
        return blockedUntil == null
                ? new Reading(percent, 0)
                : new Reading(
                        100, Math.max(1, Duration.between(now, blockedUntil).toMinutes()));
    }
}
