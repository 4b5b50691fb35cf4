package dev.connexions.application.quota;

import dev.connexions.application.shared.Transactions;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.quota.CivilDay;
import dev.connexions.domain.quota.Reservation;
import dev.connexions.domain.quota.ReservationId;
import dev.connexions.domain.quota.Room;
import dev.connexions.domain.shared.Caller;
import java.time.InstantSource;

/** The units were used: they stay counted. Twice is once; what was released or has lapsed cannot be spent. */
public final class SpendReservation {

    public record Command(ConnexionId connexion, ReservationId reservation) {}

    public sealed interface Result {
        record Spent(Reservation reservation, Room room) implements Result {}

        /** @param state what it is instead */
        record Refused(Reservation.State state) implements Result {}

        record NotFound() implements Result {}
    }

    private final Transactions transactions;
    private final Settling settling;
    private final InstantSource clock;

    public SpendReservation(Transactions transactions, Quotas quotas, CivilDay day, InstantSource clock) {
        this.transactions = transactions;
        this.settling = new Settling(quotas, day);
        this.clock = clock;
    }

    public Result handle(Caller caller, Command command) {
        var now = clock.instant();
        return transactions.in(
                caller,
                tx -> settling.settle(
                        tx,
                        command.connexion(),
                        command.reservation(),
                        now,
                        held -> held.spend(now),
                        Result.Spent::new,
                        Result.Refused::new,
                        Result.NotFound::new));
    }
}
