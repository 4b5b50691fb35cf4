package dev.connexions.domain.token;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a token is renewed of the service's own accord.
 *
 * @param share of its life after which the renewal opens; more than 0 and less than 1
 */
public record RenewalPolicy(double share) {

    public static final RenewalPolicy DEFAULT = new RenewalPolicy(0.5);

    private static final Duration FIRST_PAUSE = Duration.ofMinutes(5);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(6);
    /** Before the expiry: the last moment at which trying once more can still help. */
    private static final Duration MARGIN = Duration.ofMinutes(10);

    public RenewalPolicy {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("the share of a token's life is between 0 and 1, not " + share);
        }
    }

    /**
     * Empty for a token that is never renewed: it has no end, or one that comes before a renewal may.
     *
     * @param seen when it was first seen, from which a token of unknown issue counts
     */
    public Optional<Instant> opensAt(TokenLease lease, Instant seen) {
        var begin = lease.issuedAt() == null ? seen : lease.issuedAt();
        var end = lease.expiresAt();
        if (end == null || !begin.isBefore(end)) {
            return Optional.empty();
        }
        var spent = Duration.ofSeconds((long) (Duration.between(begin, end).toSeconds() * share));
        var opens = begin.plus(spent.compareTo(TokenLease.MINIMUM_AGE) < 0 ? TokenLease.MINIMUM_AGE : spent);
        return Optional.of(opens).filter(at -> at.isBefore(end));
    }

    /**
     * Empty when nothing is left to try before the token's end.
     *
     * @param failures in a row so far, 1 or more
     * @param notBefore what Meta asked for, if it did
     */
    public Optional<Instant> retryAt(TokenLease lease, int failures, @Nullable Instant notBefore, Instant now) {
        var paused = now.plus(pause(failures));
        var wanted = notBefore != null && notBefore.isAfter(paused) ? notBefore : paused;
        if (lease.expiresAt() == null) {
            return Optional.of(wanted);
        }
        var last = lease.expiresAt().minus(MARGIN);
        return Optional.of(wanted.isBefore(last) ? wanted : last).filter(at -> at.isAfter(now));
    }

    private static Duration pause(int failures) {
        var pause = FIRST_PAUSE;
        for (var i = 1; i < failures && pause.compareTo(LONGEST_PAUSE) < 0; i++) {
            pause = pause.multipliedBy(2);
        }
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}
