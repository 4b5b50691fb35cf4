package dev.connexions.application.quota;

import dev.connexions.application.audit.AuditTrail;
import dev.connexions.application.shared.StaleException;
import dev.connexions.application.shared.Transactions;
import dev.connexions.application.shared.Tx;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.quota.CivilDay;
import dev.connexions.domain.quota.Hold;
import dev.connexions.domain.quota.QuotaEvent;
import dev.connexions.domain.quota.Reservation;
import dev.connexions.domain.quota.ReservationId;
import dev.connexions.domain.quota.Room;
import dev.connexions.domain.quota.Tally;
import dev.connexions.domain.shared.Caller;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Holds units of today. Mostly that is one statement of the ledger; a transaction of its own comes between when a day
 * ends, when leases have to be ended to make room, and for the day's first refusal.
 */
public final class ReserveQuota {

    /** Each settling leaves less to settle, unless others keep taking what it freed. */
    private static final int MOST_TRIES = 10;

    /** @param id of what is held then; a lost attempt is found by it */
    public record Command(ConnexionId connexion, ReservationId id, Hold hold) {}

    public sealed interface Result {
        record Held(Reservation reservation, Room room) implements Result {}

        /** @param freeAt when units may come back */
        record Exhausted(Room room, Instant at, Instant freeAt) implements Result {}

        record NotFound() implements Result {}
    }

    private final QuotaLedger ledger;
    private final Transactions transactions;
    private final Quotas quotas;
    private final AuditTrail audit;
    private final CivilDay day;
    private final InstantSource clock;

    public ReserveQuota(
            QuotaLedger ledger,
            Transactions transactions,
            Quotas quotas,
            AuditTrail audit,
            CivilDay day,
            InstantSource clock) {
        this.ledger = ledger;
        this.transactions = transactions;
        this.quotas = quotas;
        this.audit = audit;
        this.day = day;
        this.clock = clock;
    }

    /** @throws StaleException when others were faster again and again; nothing is held */
    public Result handle(Caller caller, Command command) {
        for (var tries = 0; tries < MOST_TRIES; tries++) {
            var now = clock.instant();
            var result = result(ledger.reserve(caller, command.connexion(), command.id(), command.hold(), now), now);
            if (result != null) {
                return result;
            }
            transactions.<@Nullable Void>in(caller, tx -> {
                quotas.lock(tx, command.connexion(), now)
                        .ifPresent(tally -> settle(tx, tally, command.hold().units(), now));
                return null;
            });
        }
        throw new StaleException("others were faster each time");
    }

    private static @Nullable Result result(QuotaLedger.Outcome outcome, Instant now) {
        return switch (outcome) {
            case QuotaLedger.Outcome.Held(var reservation, var room) -> new Result.Held(reservation, room);
            case QuotaLedger.Outcome.Full(var room, var freeAt) -> new Result.Exhausted(room, now, freeAt);
            case QuotaLedger.Outcome.Unknown unknown -> new Result.NotFound();
            case QuotaLedger.Outcome.Unsettled unsettled -> null;
        };
    }

    /** Somebody else may have done it while this one waited for the lock: then nothing is left to do. */
    private void settle(Tx tx, Tally tally, int units, Instant now) {
        if (!tally.isOf(now)) {
            var resetAt = day.endOf(now);
            var counted = quotas.beginDay(tx, tally.connexion(), resetAt);
            if (tally.hasCounted()) {
                audit.append(
                        tx,
                        List.of(new QuotaEvent.Reset(
                                tally.connexion(), tally.organisation(), now, tally.counted(), counted, resetAt)));
            }
            return;
        }
        if (tally.expired() > 0) {
            quotas.lapse(tx, tally.connexion(), now);
        }
        var room = tally.at(now, day).room();
        if (!room.fits(units) && tally.exhaustedAt() == null) {
            quotas.noteExhausted(tx, tally.connexion(), room.resetAt(), now);
            audit.append(
                    tx, List.of(new QuotaEvent.Exhausted(tally.connexion(), tally.organisation(), now, units, room)));
        }
    }
}
