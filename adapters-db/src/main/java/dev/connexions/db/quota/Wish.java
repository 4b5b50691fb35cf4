package dev.connexions.db.quota;

import dev.connexions.domain.quota.Hold;
import dev.connexions.domain.quota.ReservationId;
import java.time.Instant;

/** One hold that somebody asks for. */
record Wish(ReservationId id, Hold hold, Instant now) {

    Instant expiresAt() {
        return now.plus(hold.lease());
    }
}
