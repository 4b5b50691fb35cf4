package dev.connexions.meta.limits;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one limit.
 *
 * @param percent how much of it is used, as Meta said last; absent while it said nothing
 * @param seenAt when it said so
 * @param throttledUntil absent unless nobody is let through now
 */
public record Usage(
        @Nullable Integer percent,
        @Nullable Instant seenAt,
        @Nullable Instant throttledUntil) {

    static final Usage UNKNOWN = new Usage(null, null, null);
}
