package dev.connexions.application.testing;

import dev.connexions.application.quota.Quotas;
import dev.connexions.application.shared.StaleException;
import dev.connexions.application.shared.Tx;
import dev.connexions.application.testing.Tables.Count;
import dev.connexions.domain.connexion.Connexion;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.quota.Reservation;
import dev.connexions.domain.quota.Reservation.State;
import dev.connexions.domain.quota.ReservationId;
import dev.connexions.domain.quota.Tally;
import dev.connexions.domain.shared.Caller;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

final class InMemoryQuotas implements Quotas {

    @Override
    public Optional<Tally> find(Tx tx, ConnexionId connexion, Instant now) {
        return row(tx, connexion).map(row -> {
            var count = count(tx, connexion);
            var ofDay = held(tx, connexion).filter(held -> held.dayEnd().equals(count.dayEnd()));
            var day = ofDay.toList();
            return new Tally(
                    row.id(),
                    row.organisation(),
                    row.dailyLimit(),
                    count.counted(),
                    count.dayEnd(),
                    units(day, held -> held.expiresAt().isAfter(now)),
                    units(day, held -> !held.expiresAt().isAfter(now)),
                    day.stream()
                            .map(Reservation::expiresAt)
                            .filter(end -> end.isAfter(now))
                            .min(Comparator.naturalOrder())
                            .orElse(null),
                    count.dayEnd() != null && count.dayEnd().equals(count.exhaustedDay()) ? count.exhaustedAt() : null);
        });
    }

    @Override
    public Optional<Tally> lock(Tx tx, ConnexionId connexion, Instant now) {
        return find(tx, connexion, now);
    }

    @Override
    public long beginDay(Tx tx, ConnexionId connexion, Instant dayEnd) {
        mustExist(tx, connexion);
        var counted = of(tx, connexion)
                .filter(each -> each.dayEnd().equals(dayEnd))
                .filter(each -> each.state() == State.HELD || each.state() == State.SPENT)
                .mapToLong(Reservation::units)
                .sum();
        put(tx, connexion, count(tx, connexion).with(counted, dayEnd));
        return counted;
    }

    @Override
    public void noteExhausted(Tx tx, ConnexionId connexion, Instant dayEnd, Instant now) {
        mustExist(tx, connexion);
        var count = count(tx, connexion);
        put(tx, connexion, new Count(count.usage(), count.dayEnd(), dayEnd, now));
    }

    @Override
    public Optional<Reservation> reservation(Tx tx, ConnexionId connexion, ReservationId id) {
        return of(tx, connexion).filter(each -> each.id().equals(id)).findFirst();
    }

    @Override
    public Optional<ConnexionId> connexionOf(Tx tx, ReservationId id) {
        var own = InMemoryTx.of(tx);
        return Optional.ofNullable(own.tables().reservations().get(id))
                .filter(found -> own.sees(found.organisation()))
                .map(Reservation::connexion);
    }

    @Override
    public void settle(Tx tx, Reservation settled) {
        var held = held(tx, settled.connexion())
                .filter(each -> each.id().equals(settled.id()))
                .findFirst();
        if (held.isEmpty()) {
            throw new StaleException("the reservation is gone or was settled meanwhile");
        }
        InMemoryTx.of(tx).tables().reservations().put(settled.id(), settled);
        var count = count(tx, settled.connexion());
        if (settled.state() != State.SPENT && settled.dayEnd().equals(count.dayEnd())) {
            put(tx, settled.connexion(), count.with(count.counted() - settled.units(), settled.dayEnd()));
        }
    }

    @Override
    public int lapse(Tx tx, ConnexionId connexion, Instant now) {
        var ended = held(tx, connexion)
                .filter(held -> !held.expiresAt().isAfter(now))
                .toList();
        ended.forEach(held -> settle(tx, held.at(now)));
        return ended.size();
    }

    @Override
    public List<Whereabouts> expired(Tx tx, Instant now, int limit) {
        if (!(tx.caller() instanceof Caller.Job) || tx.organisation().isPresent()) {
            return List.of();
        }
        return InMemoryTx.of(tx).tables().reservations().values().stream()
                .filter(each -> each.state() == State.HELD && !each.expiresAt().isAfter(now))
                .sorted(Comparator.comparing(Reservation::expiresAt))
                .limit(limit)
                .map(each -> new Whereabouts(each.organisation(), each.connexion()))
                .distinct()
                .toList();
    }

    static Count count(Tx tx, ConnexionId connexion) {
        return Objects.requireNonNull(InMemoryTx.of(tx).tables().counts().getOrDefault(connexion, Count.NONE));
    }

    static void put(Tx tx, ConnexionId connexion, Count count) {
        InMemoryTx.of(tx).tables().counts().put(connexion, count);
    }

    private static Optional<Connexion> row(Tx tx, ConnexionId connexion) {
        var own = InMemoryTx.of(tx);
        return Optional.ofNullable(own.tables().connexions().get(connexion))
                .filter(row -> own.sees(row.organisation()));
    }

    private static void mustExist(Tx tx, ConnexionId connexion) {
        if (row(tx, connexion).isEmpty()) {
            throw new StaleException("the connexion is gone");
        }
    }

    private static Stream<Reservation> of(Tx tx, ConnexionId connexion) {
        var own = InMemoryTx.of(tx);
        return own.tables().reservations().values().stream()
                .filter(each -> each.connexion().equals(connexion) && own.sees(each.organisation()));
    }

    private static Stream<Reservation> held(Tx tx, ConnexionId connexion) {
        return of(tx, connexion).filter(each -> each.state() == State.HELD);
    }

    private static long units(List<Reservation> held, Predicate<Reservation> wanted) {
        return held.stream().filter(wanted).mapToLong(Reservation::units).sum();
    }
}
