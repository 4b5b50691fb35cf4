package dev.connexions.application.idempotency;

import dev.connexions.application.audit.AuditTrail;
import dev.connexions.application.idempotency.IdempotencyRecord.Progress;
import dev.connexions.application.quota.Quotas;
import dev.connexions.application.shared.Transactions;
import dev.connexions.application.shared.Tx;
import dev.connexions.domain.audit.AuditEntry;
import dev.connexions.domain.audit.Outcome;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.quota.ReservationId;
import dev.connexions.domain.shared.Caller;
import dev.connexions.domain.shared.Digest;
import dev.connexions.domain.shared.OrganisationId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a request under a key is to be done, was done, or is being done. Of an attempt that nobody hears of any
 * more the organisation's audit chain tells: what it did was committed together with its entry, or was not done. Only a
 * reservation has no entry; it has an id that tells.
 */
public final class BeginRequest {

    /** The caller's request id names the attempt, so nobody else may ever have it. */
    public record Command(Digest key, Digest fingerprint) {}

    public sealed interface Result {

        /** It is to be done now, and {@link FinishRequest} to be told how it ended. */
        record Begun(OrganisationId organisation) implements Result {}

        record Answered(OrganisationId organisation, SealedAnswer answer) implements Result {}

        /** It was done and answered with a secret. */
        record AnsweredOnce() implements Result {}

        /**
         * It was done, but its answer was lost.
         *
         * @param connexion to which, if to one
         */
        record Done(@Nullable ConnexionId connexion) implements Result {}

        record InProgress(Duration tryAgainAfter) implements Result {}

        /** The key stands for another request. */
        record KeyReused() implements Result {}
    }

    private static final int PAGE = 200;
    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    private final Transactions transactions;
    private final IdempotencyRecords records;
    private final AuditTrail audit;
    private final Quotas quotas;
    private final InstantSource clock;

    public BeginRequest(
            Transactions transactions,
            IdempotencyRecords records,
            AuditTrail audit,
            Quotas quotas,
            InstantSource clock) {
        this.transactions = transactions;
        this.records = records;
        this.audit = audit;
        this.quotas = quotas;
        this.clock = clock;
    }

    public Result handle(Caller caller, Command command) {
        return transactions.in(caller, tx -> {
            var now = clock.instant();
            var fresh = fresh(tx, command, now);
            if (records.add(tx, fresh)) {
                return new Result.Begun(fresh.organisation());
            }
            // whoever had it may just have given it up; then the caller had better come again than wait here
            return records.lock(tx, command.key())
                    .map(known -> again(tx, known, fresh, now))
                    .orElseGet(() -> new Result.InProgress(A_MOMENT));
        });
    }

    private Result again(Tx tx, IdempotencyRecord known, IdempotencyRecord fresh, Instant now) {
        if (known.isOver(now)) {
            return begin(tx, fresh);
        }
        if (!known.fingerprint().equals(fresh.fingerprint())) {
            return new Result.KeyReused();
        }
        return switch (known.progress()) {
            case Progress.Answered(var answer) -> new Result.Answered(known.organisation(), answer);
            case Progress.AnsweredOnce once -> new Result.AnsweredOnce();
            case Progress.InFlight(var leasedUntil)
            when leasedUntil.isAfter(now) -> new Result.InProgress(Duration.between(now, leasedUntil));
            case Progress.InFlight lapsed ->
                trace(tx, known)
                        .<Result>map(entry -> new Result.Done(entry.connexion()))
                        .or(() -> quotas.connexionOf(tx, ReservationId.of(known.attempt()))
                                .map(Result.Done::new))
                        .orElseGet(() -> begin(tx, fresh));
        };
    }

    private Result begin(Tx tx, IdempotencyRecord fresh) {
        records.save(tx, fresh);
        return new Result.Begun(fresh.organisation());
    }

    /** What a lost attempt did. That it was refused something is nothing that it did. */
    private Optional<AuditEntry> trace(Tx tx, IdempotencyRecord lost) {
        var before = Long.MAX_VALUE;
        while (before > lost.entriesBefore() + 1) {
            var page = audit.read(tx, null, before, PAGE);
            for (var read : page) {
                var entry = read.entry();
                if (entry.sequence() > lost.entriesBefore()
                        && entry.outcome() != Outcome.REFUSED
                        && entry.request().equals(lost.attempt())) {
                    return Optional.of(entry);
                }
            }
            if (page.isEmpty()) {
                break;
            }
            before = page.getLast().entry().sequence();
        }
        return Optional.empty();
    }

    private IdempotencyRecord fresh(Tx tx, Command command, Instant now) {
        var newest = audit.read(tx, null, null, 1);
        return new IdempotencyRecord(
                tx.requireOrganisation(),
                command.key(),
                command.fingerprint(),
                tx.caller().request(),
                now,
                newest.isEmpty() ? 0 : newest.getFirst().entry().sequence(),
                new Progress.InFlight(now.plus(IdempotencyRecord.LEASE)));
    }
}
