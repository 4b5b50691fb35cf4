package dev.connexions.domain.token;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long a long-lived token is good for.
 *
 * @param issuedAt absent for a token that the platform stored before us
 * @param expiresAt absent when Meta named no end (the page tokens of Facebook Login); never invented
 */
public record TokenLease(
        @Nullable Instant issuedAt, @Nullable Instant expiresAt) {

    /** Meta refuses to refresh a younger token ("Business Login for Instagram", Meta's documentation). */
    static final Duration MINIMUM_AGE = Duration.ofHours(24);

    public sealed interface Renewal {
        record TooEarly(Instant notBefore) implements Renewal {}

        record Possible(Instant deadline) implements Renewal {}

        record TooLate() implements Renewal {}

        record NotNeeded() implements Renewal {}
    }

    public TokenLease {
        if (issuedAt != null && expiresAt != null && !issuedAt.isBefore(expiresAt)) {
            throw new IllegalArgumentException("expires at " + expiresAt + ", not after its issue at " + issuedAt);
        }
    }

    public boolean expiredAt(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }

    public Renewal renewalAt(Instant now) {
        if (expiresAt == null) {
            return new Renewal.NotNeeded();
        }
        if (expiredAt(now)) {
            return new Renewal.TooLate();
        }
        var notBefore = issuedAt == null ? Instant.MIN : issuedAt.plus(MINIMUM_AGE);
        return now.isBefore(notBefore) ? new Renewal.TooEarly(notBefore) : new Renewal.Possible(expiresAt);
    }
}
