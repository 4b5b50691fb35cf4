package dev.connexions.application.quota;

import dev.connexions.application.shared.Precondition;
import dev.connexions.application.shared.Tx;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.quota.CivilDay;
import dev.connexions.domain.quota.Reservation;
import dev.connexions.domain.quota.Reservation.Change;
import dev.connexions.domain.quota.ReservationId;
import dev.connexions.domain.quota.Room;
import java.time.Instant;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/** How a reservation is brought to its end, whichever end that is. */
record Settling(Quotas quotas, CivilDay day) {

    <R> R settle(
            Tx tx,
            ConnexionId connexion,
            ReservationId id,
            Instant now,
            Function<Reservation, Change> to,
            BiFunction<Reservation, Room, R> accepted,
            Function<Reservation.State, R> refused,
            Supplier<R> notFound) {
        // the connexion first: what is read of it and its reservations afterwards stays so
        if (quotas.lock(tx, connexion, now).isEmpty()) {
            return notFound.get();
        }
        var found = quotas.reservation(tx, connexion, id);
        if (found.isEmpty()) {
            return notFound.get();
        }
        return switch (to.apply(found.get())) {
            case Change.Accepted(var next) -> {
                store(tx, found.get(), next);
                yield accepted.apply(next, room(tx, connexion, now));
            }
            case Change.Refused(var next) -> {
                store(tx, found.get(), next);
                yield refused.apply(next.state());
            }
        };
    }

    /** Whether it is as is demanded, and stays so until the transaction ends. Of what is not there nothing is demanded. */
    boolean holds(
            Tx tx, ConnexionId connexion, ReservationId id, Instant now, Precondition<ShowReservation.Shown> demanded) {
        if (demanded instanceof Precondition.None
                || quotas.lock(tx, connexion, now).isEmpty()) {
            return true;
        }
        return quotas.reservation(tx, connexion, id)
                .map(found -> demanded.holdsFor(new ShowReservation.Shown(found.at(now), room(tx, connexion, now))))
                .orElse(true);
    }

    private void store(Tx tx, Reservation before, Reservation next) {
        if (before.state() != next.state()) {
            quotas.settle(tx, next);
        }
    }

    private Room room(Tx tx, ConnexionId connexion, Instant now) {
        return quotas.find(tx, connexion, now).orElseThrow().at(now, day).room();
    }
}
