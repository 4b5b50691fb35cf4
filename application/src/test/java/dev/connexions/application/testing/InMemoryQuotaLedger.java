package dev.connexions.application.testing;

import dev.connexions.application.quota.QuotaLedger;
import dev.connexions.application.quota.Quotas;
import dev.connexions.application.shared.Transactions;
import dev.connexions.application.shared.Tx;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.quota.DailyQuota;
import dev.connexions.domain.quota.Hold;
import dev.connexions.domain.quota.Reservation;
import dev.connexions.domain.quota.ReservationId;
import dev.connexions.domain.quota.Room;
import dev.connexions.domain.quota.Tally;
import dev.connexions.domain.shared.Caller;
import java.time.Instant;

/** Does in a transaction what the real one does in one statement, and leaves to the caller what that leaves to it. */
final class InMemoryQuotaLedger implements QuotaLedger {

    private final Transactions transactions;
    private final Quotas quotas;

    InMemoryQuotaLedger(Transactions transactions, Quotas quotas) {
        this.transactions = transactions;
        this.quotas = quotas;
    }

    @Override
    public Outcome reserve(Caller caller, ConnexionId connexion, ReservationId id, Hold hold, Instant now) {
        return transactions.in(
                caller,
                tx -> quotas.lock(tx, connexion, now)
                        .map(tally -> reserve(tx, tally, id, hold, now))
                        .orElseGet(Outcome.Unknown::new));
    }

    private static Outcome reserve(Tx tx, Tally tally, ReservationId id, Hold hold, Instant now) {
        var dayEnd = tally.dayEnd();
        if (dayEnd == null || !tally.isOf(now)) {
            return new Outcome.Unsettled();
        }
        var before = new Room(tally.limit(), tally.counted(), dayEnd);
        if (!before.fits(hold.units())) {
            return tally.exhaustedAt() == null || tally.expired() > 0
                    ? new Outcome.Unsettled()
                    : new Outcome.Full(before, DailyQuota.freeAt(before, tally.firstLeaseEnd()));
        }
        var reservation = new Reservation(
                id,
                tally.organisation(),
                tally.connexion(),
                hold.units(),
                Reservation.State.HELD,
                hold.purpose(),
                now,
                now.plus(hold.lease()),
                dayEnd,
                null);
        var after = new Room(tally.limit(), tally.counted() + hold.units(), dayEnd);
        InMemoryTx.of(tx).tables().reservations().put(reservation.id(), reservation);
        InMemoryQuotas.put(
                tx,
                tally.connexion(),
                InMemoryQuotas.count(tx, tally.connexion()).with(after.counted(), dayEnd));
        return new Outcome.Held(reservation, after);
    }
}
