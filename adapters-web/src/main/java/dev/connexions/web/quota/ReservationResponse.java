package dev.connexions.web.quota;

import dev.connexions.domain.quota.Reservation;
import dev.connexions.domain.quota.Room;
import org.jspecify.annotations.Nullable;

record ReservationResponse(
        String id,
        int units,
        String state,
        @Nullable String purpose,
        String expiresAt,
        @Nullable Long remaining) {

    static ReservationResponse of(Reservation reservation, Room room) {
        return new ReservationResponse(
                reservation.id().value().toString(),
                reservation.units(),
                reservation.state().code(),
                reservation.purpose(),
                reservation.expiresAt().toString(),
                room.remaining());
    }
}
