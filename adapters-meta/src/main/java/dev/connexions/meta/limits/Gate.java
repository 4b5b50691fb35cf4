package dev.connexions.meta.limits;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Lets calls against one limit through, or not. Not safe for several threads by itself.
 *
 * <p>Between {@link #EASE} percent and all of it, a shrinking share of the calls passes. After a throttle nothing passes
 * until its end, if Meta named one, else for a time that doubles with each refusal; then one call a minute does, until one
 * comes back that was not throttled.
 */
final class Gate {

    /** From here on calls are thinned out: 90 percent is where a burst could still be caught. */
    static final int EASE = 90;

    static final Duration PROBE_EVERY = Duration.ofMinutes(1);
    static final Duration LONGEST_GUESS = Duration.ofMinutes(16);

    /** For a call that is thinned out. */
    private static final Duration SOON = Duration.ofSeconds(2);

    /** A percentage that is older says nothing: Meta's windows roll. */
    private static final Duration FRESH = Duration.ofMinutes(5);

    private @Nullable Integer percent;
    private @Nullable Instant seenAt;
    private @Nullable Instant throttledAt;
    private @Nullable Instant closedUntil;
    private Duration guess = PROBE_EVERY;
    private double credit = 1;

    /** When to ask again; null when the call may go. */
    @Nullable
    Instant refusal(Instant now) {
        if (closedUntil != null) {
            return now.isBefore(closedUntil) ? closedUntil : null;
        }
        credit = Math.min(2, credit + passing(now));
        return credit < 1 ? now.plus(SOON) : null;
    }

    /** A call goes. While closed it is the one probe of this minute. */
    void pass(Instant now) {
        if (closedUntil != null) {
            closedUntil = now.plus(PROBE_EVERY);
        } else {
            credit -= 1;
        }
    }

    /** @param asked when the call left whose answer says so */
    void sees(int percent, Instant asked, Instant now) {
        this.percent = percent;
        seenAt = now;
        if (percent >= 100) {
            close(null, asked, now);
        }
    }

    /**
     * @param until absent when Meta did not say
     * @param asked when the call left that was throttled: those that were under way together are one sign, not many
     */
    void close(@Nullable Instant until, Instant asked, Instant now) {
        var news = throttledAt == null || asked.isAfter(throttledAt);
        if (until == null && !news) {
            return;
        }
        if (until == null) {
            until = now.plus(guess);
            var longer = guess.multipliedBy(2);
            guess = longer.compareTo(LONGEST_GUESS) > 0 ? LONGEST_GUESS : longer;
        }
        closedUntil = closedUntil != null && closedUntil.isAfter(until) ? closedUntil : until;
        throttledAt = now;
    }

    /** @param asked when the call left that came back unthrottled: one from before the throttle says nothing of it */
    void open(Instant asked) {
        if (throttledAt == null || asked.isAfter(throttledAt)) {
            throttledAt = null;
            closedUntil = null;
            guess = PROBE_EVERY;
        }
    }

    @Nullable
    Instant closedUntil() {
        return closedUntil;
    }

    Usage usage(Instant now) {
        return new Usage(percent, seenAt, closedUntil != null && now.isBefore(closedUntil) ? closedUntil : null);
    }

    private double passing(Instant now) {
        if (percent == null
                || seenAt == null
                || percent < EASE
                || seenAt.plus(FRESH).isBefore(now)) {
            return 1;
        }
        return (100 - percent) / (double) (100 - EASE);
    }
}
