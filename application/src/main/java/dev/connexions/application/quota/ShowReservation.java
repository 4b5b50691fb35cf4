package dev.connexions.application.quota;

import dev.connexions.application.shared.Transactions;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.quota.CivilDay;
import dev.connexions.domain.quota.Reservation;
import dev.connexions.domain.quota.ReservationId;
import dev.connexions.domain.quota.Room;
import dev.connexions.domain.shared.Caller;
import java.time.InstantSource;
import java.util.Optional;

public final class ShowReservation {

    public record Query(ConnexionId connexion, ReservationId reservation) {}

    /** @param room what the day has left now */
    public record Shown(Reservation reservation, Room room) {}

    private final Transactions transactions;
    private final Quotas quotas;
    private final CivilDay day;
    private final InstantSource clock;

    public ShowReservation(Transactions transactions, Quotas quotas, CivilDay day, InstantSource clock) {
        this.transactions = transactions;
        this.quotas = quotas;
        this.day = day;
        this.clock = clock;
    }

    public Optional<Shown> handle(Caller caller, Query query) {
        var now = clock.instant();
        return transactions.in(
                caller,
                tx -> quotas.reservation(tx, query.connexion(), query.reservation())
                        .flatMap(found -> quotas.find(tx, query.connexion(), now)
                                .map(tally -> new Shown(
                                        found.at(now), tally.at(now, day).room()))));
    }
}
