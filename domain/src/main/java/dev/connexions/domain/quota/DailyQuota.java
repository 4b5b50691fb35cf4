package dev.connexions.domain.quota;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A connexion's day as it stands.
 *
 * @param held units of leases that still run
 * @param firstLeaseEnd when the first of them ends
 * @param exhaustedAt when somebody was first refused this day
 */
public record DailyQuota(
        Room room,
        long held,
        @Nullable Instant firstLeaseEnd,
        @Nullable Instant exhaustedAt) {

    public long used() {
        return Math.max(0, room.counted() - held);
    }

    /** Absent while there is room. */
    public @Nullable Instant earliestFreeAt() {
        if (room.fits(1)) {
            return null;
        }
        return freeAt(room, firstLeaseEnd);
    }

    /** When units may come back: at the end of a lease, or of the day. */
    public static Instant freeAt(Room room, @Nullable Instant firstLeaseEnd) {
        return firstLeaseEnd != null && firstLeaseEnd.isBefore(room.resetAt()) ? firstLeaseEnd : room.resetAt();
    }
}
