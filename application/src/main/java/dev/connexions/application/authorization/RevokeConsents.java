package dev.connexions.application.authorization;

import dev.connexions.application.audit.AuditTrail;
import dev.connexions.application.authorization.InstagramLogin.Revoking;
import dev.connexions.application.authorization.Revocations.Claim;
import dev.connexions.application.shared.Batch;
import dev.connexions.application.shared.Transactions;
import dev.connexions.domain.authorization.GrantEvent;
import dev.connexions.domain.authorization.GrantEvent.Reason;
import dev.connexions.domain.authorization.Revocation;
import dev.connexions.domain.shared.Caller;
import dev.connexions.domain.shared.RequestId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Has Meta forget the consents that erased connexions left behind. Revoking one ends all that the person granted through the
 * login product, so it is not done while anybody, in whatever organisation, needs it.
 */
public final class RevokeConsents {

    /** How many a turn takes on at most. */
    public static final int BATCH = 20;

    /** As long as a batch takes when Meta answers each call at the last moment, and a while more. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    private static final Duration A_WHILE = Duration.ofMinutes(1);

    private final Transactions transactions;
    private final Revocations revocations;
    private final AuditTrail audit;
    private final InstagramLogin login;
    private final InstantSource clock;

    public RevokeConsents(
            Transactions transactions,
            Revocations revocations,
            AuditTrail audit,
            InstagramLogin login,
            InstantSource clock) {
        this.transactions = transactions;
        this.revocations = revocations;
        this.audit = audit;
        this.login = login;
        this.clock = clock;
    }

    /** How many were due. What goes wrong with one is thrown once all had their turn. */
    public int turn() {
        var across = Caller.Job.across("revoke-consents", RequestId.random());
        var now = clock.instant();
        var claims = transactions.in(across, tx -> revocations.claim(tx, now, now.plus(LEASE), BATCH));
        Batch.each(claims, claim -> revoke(across, claim));
        return claims.size();
    }

    private sealed interface Outcome {
        record Over(GrantEvent event) implements Outcome {}

        record Open(Instant until) implements Outcome {}
    }

    private void revoke(Caller.Job across, Claim claim) {
        settle(across.within(claim.revocation().organisation()), claim, ask(across, claim));
    }

    private Outcome ask(Caller.Job across, Claim claim) {
        var revocation = claim.revocation();
        var need = transactions.in(across, tx -> revocations.need(tx, revocation.product(), revocation.metaUserId()));
        return switch (need) {
            case CONNEXIONS -> new Outcome.Over(revocation.left(Reason.STILL_USED, clock.instant()));
            case PERHAPS -> new Outcome.Open(clock.instant().plus(A_WHILE));
            case NOBODY ->
                switch (login.revoke(revocation.product(), revocation.metaUserId())) {
                    case Revoking.Revoked revoked -> new Outcome.Over(revocation.revoked(clock.instant()));
                    case Revoking.NotOffered no ->
                        new Outcome.Over(revocation.left(Reason.NOT_OFFERED, clock.instant()));
                    case Revoking.Unavailable unavailable -> later(revocation);
                };
        };
    }

    private Outcome later(Revocation revocation) {
        var now = clock.instant();
        return revocation
                .again(now)
                .<Outcome>map(Outcome.Open::new)
                .orElseGet(() -> new Outcome.Over(revocation.left(Reason.UPSTREAM_UNAVAILABLE, now)));
    }

    private void settle(Caller.Job job, Claim claim, Outcome outcome) {
        transactions.<@Nullable Void>in(job, tx -> {
            switch (outcome) {
                case Outcome.Open(var until) -> revocations.release(tx, claim, until);
                case Outcome.Over(var event) -> {
                    if (revocations.release(tx, claim, null)) {
                        audit.append(tx, List.of(event));
                    }
                }
            }
            return null;
        });
    }
}
