package dev.connexions.application.quota;

import dev.connexions.application.shared.Precondition;
import dev.connexions.application.shared.Transactions;
import dev.connexions.application.shared.Tx;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.quota.CivilDay;
import dev.connexions.domain.quota.Reservation;
import dev.connexions.domain.quota.ReservationId;
import dev.connexions.domain.quota.Room;
import dev.connexions.domain.shared.Caller;
import java.time.Instant;
import java.time.InstantSource;

/** The units were not used: they return to the day they count in, once. What was spent stays spent. */
public final class ReleaseReservation {

    public record Command(
            ConnexionId connexion, ReservationId reservation, Precondition<ShowReservation.Shown> precondition) {

        /** However it is. */
        public Command(ConnexionId connexion, ReservationId reservation) {
            this(connexion, reservation, Precondition.none());
        }
    }

    public sealed interface Result {
        record Released(Reservation reservation, Room room) implements Result {}

        /** @param state what it is instead */
        record Refused(Reservation.State state) implements Result {}

        record NotFound() implements Result {}

        /** It is not as the caller demands; nothing was done. */
        record PreconditionFailed() implements Result {}
    }

    private final Transactions transactions;
    private final Settling settling;
    private final InstantSource clock;

    public ReleaseReservation(Transactions transactions, Quotas quotas, CivilDay day, InstantSource clock) {
        this.transactions = transactions;
        this.settling = new Settling(quotas, day);
        this.clock = clock;
    }

    public Result handle(Caller caller, Command command) {
        var now = clock.instant();
        return transactions.in(caller, tx -> release(tx, command, now));
    }

    private Result release(Tx tx, Command command, Instant now) {
        if (!settling.holds(tx, command.connexion(), command.reservation(), now, command.precondition())) {
            return new Result.PreconditionFailed();
        }
        return settling.settle(
                tx,
                command.connexion(),
                command.reservation(),
                now,
                held -> held.release(now),
                Result.Released::new,
                Result.Refused::new,
                Result.NotFound::new);
    }
}
