package dev.connexions.application.idempotency;

import dev.connexions.domain.shared.Digest;
import dev.connexions.domain.shared.OrganisationId;
import dev.connexions.domain.shared.RequestId;
import java.time.Duration;
import java.time.Instant;

/**
 * What is known of a request that came under a key of its organisation.
 *
 * @param key the digest of the key, which may be anything that the caller thought of
 * @param fingerprint the digest of what was asked and by whom; another one is another request
 * @param attempt under which id the request is, or was, being done; the audit entries of what it did carry it
 * @param entriesBefore the newest sequence of the organisation's audit chain when the attempt began: what it did comes after
 */
public record IdempotencyRecord(
        OrganisationId organisation,
        Digest key,
        Digest fingerprint,
        RequestId attempt,
        Instant beganAt,
        long entriesBefore,
        Progress progress) {

    /** For how long a key stands for its request. */
    public static final Duration LIFETIME = Duration.ofHours(24);

    /** How long an attempt may take, until somebody may ask whether it is still alive. */
    public static final Duration LEASE = Duration.ofSeconds(60);

    public sealed interface Progress {

        /** @param leasedUntil nobody else begins before that */
        record InFlight(Instant leasedUntil) implements Progress {}

        record Answered(SealedAnswer answer) implements Progress {}

        /** The answer carries a secret, so that it is not kept. */
        record AnsweredOnce() implements Progress {}
    }

    public boolean isOver(Instant now) {
        return !now.isBefore(beganAt.plus(LIFETIME));
    }

    IdempotencyRecord with(Progress next) {
        return new IdempotencyRecord(organisation, key, fingerprint, attempt, beganAt, entriesBefore, next);
    }
}
