package dev.connexions.db.quota;

import dev.connexions.domain.quota.Hold;
import dev.connexions.domain.quota.ReservationId;
import java.time.Instant;
import java.util.List;

/** One hold that somebody asks for. */
record Wish(ReservationId id, Hold hold, Instant now) {

    Instant expiresAt() {
        return now.plus(hold.lease());
    }

    static int units(List<Wish> wishes) {
        return wishes.stream().mapToInt(wish -> wish.hold().units()).sum();
    }
}
