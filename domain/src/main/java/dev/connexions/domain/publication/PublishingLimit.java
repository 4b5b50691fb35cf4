package dev.connexions.domain.publication;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How much Meta lets an account publish in a rolling window, and how much of it is used, by whatever application. Read
 * from Meta, never assumed: its documentation names several totals.
 *
 * @param used in the window that ends now
 * @param total absent when Meta did not say
 * @param window absent when Meta did not say
 * @param readAt when Meta was asked: what was used before has gone down since, what we use has gone up
 */
public record PublishingLimit(
        int used, @Nullable Integer total, @Nullable Duration window, Instant readAt) {

    public PublishingLimit {
        if (used < 0 || (total != null && total < 0) || (window != null && !window.isPositive())) {
            throw new IllegalArgumentException("a publishing limit counts from 0, in a window with a length");
        }
    }

    /** Absent when the total is; 0 also when Meta counts more than it allows. */
    public @Nullable Integer remaining() {
        return total == null ? null : Math.max(0, total - used);
    }
}
