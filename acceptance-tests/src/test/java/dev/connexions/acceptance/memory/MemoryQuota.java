package dev.connexions.acceptance.memory;

import dev.connexions.acceptance.Driver.Answer;
import dev.connexions.acceptance.Driver.Answer.Given;
import dev.connexions.acceptance.Driver.Answer.Refused;
import dev.connexions.acceptance.Seen;
import dev.connexions.application.quota.ReleaseReservation;
import dev.connexions.application.quota.ReserveQuota;
import dev.connexions.application.quota.SetDailyLimit;
import dev.connexions.application.quota.SpendReservation;
import dev.connexions.application.testing.InMemoryApplication;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.connexion.DailyLimit;
import dev.connexions.domain.quota.DailyQuota;
import dev.connexions.domain.quota.Hold;
import dev.connexions.domain.quota.Reservation;
import dev.connexions.domain.quota.ReservationId;
import dev.connexions.domain.shared.Caller;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The part of the driver that is about quotas. */
record MemoryQuota(InMemoryApplication app) {

    Optional<Seen.Quota> limit(Caller caller, ConnexionId connexion, @Nullable Integer limit) {
        var command = new SetDailyLimit.Command(connexion, limit == null ? null : new DailyLimit(limit));
        return app.setDailyLimit().handle(caller, command) instanceof SetDailyLimit.Result.Limited(var quota)
                ? Optional.of(seen(quota))
                : Optional.empty();
    }

    Optional<Seen.Quota> show(Caller caller, ConnexionId connexion) {
        return app.showQuota().handle(caller, connexion).map(MemoryQuota::seen);
    }

    Answer<Seen.Reservation> reserve(Caller caller, ConnexionId connexion, int units) {
        var command =
                new ReserveQuota.Command(connexion, ReservationId.random(), new Hold(units, Hold.DEFAULT_LEASE, null));
        return switch (app.reserveQuota().handle(caller, command)) {
            case ReserveQuota.Result.Held(var reservation, var room) -> new Given<>(seen(reservation));
            case ReserveQuota.Result.Exhausted exhausted -> new Refused<>("quota-exceeded", "");
            case ReserveQuota.Result.NotFound none -> new Refused<>("not-found", "");
        };
    }

    Answer<Seen.Reservation> spend(Caller caller, ConnexionId connexion, UUID reservation) {
        var command = new SpendReservation.Command(connexion, new ReservationId(reservation));
        return switch (app.spendReservation().handle(caller, command)) {
            case SpendReservation.Result.Spent(var spent, var room) -> new Given<>(seen(spent));
            case SpendReservation.Result.Refused refused -> new Refused<>("illegal-transition", "");
            case SpendReservation.Result.NotFound none -> new Refused<>("not-found", "");
        };
    }

    Answer<Seen.Reservation> release(Caller caller, ConnexionId connexion, UUID reservation) {
        var command = new ReleaseReservation.Command(connexion, new ReservationId(reservation));
        return switch (app.releaseReservation().handle(caller, command)) {
            case ReleaseReservation.Result.Released(var released, var room) -> new Given<>(seen(released));
            case ReleaseReservation.Result.Refused refused -> new Refused<>("illegal-transition", "");
            case ReleaseReservation.Result.NotFound none -> new Refused<>("not-found", "");
            case ReleaseReservation.Result.PreconditionFailed failed -> new Refused<>("precondition-failed", "");
        };
    }

    private static Seen.Quota seen(DailyQuota quota) {
        var limit = quota.room().limit();
        return new Seen.Quota(
                limit == null ? null : limit.units(),
                quota.used(),
                quota.held(),
                quota.room().remaining());
    }

    private static Seen.Reservation seen(Reservation reservation) {
        return new Seen.Reservation(
                reservation.id().value(),
                reservation.units(),
                reservation.state().code());
    }
}
