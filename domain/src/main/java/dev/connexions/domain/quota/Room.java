package dev.connexions.domain.quota;

import dev.connexions.domain.connexion.DailyLimit;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How much of a day is taken.
 *
 * @param counted units held or spent, ours and the platform's
 * @param resetAt when the day is over
 */
public record Room(@Nullable DailyLimit limit, long counted, Instant resetAt) {

    /** Absent without a limit; 0 also when the limit was set below what was taken. */
    public @Nullable Long remaining() {
        return limit == null ? null : Math.max(0, limit.units() - counted);
    }

    /** Without a limit there is room for as much as the platform's column can count. */
    public boolean fits(long units) {
        return counted + units <= (limit == null ? Integer.MAX_VALUE : limit.units());
    }
}
