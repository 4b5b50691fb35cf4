package dev.connexions.domain.quota;

import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.connexion.DailyLimit;
import dev.connexions.domain.shared.OrganisationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is stored of a connexion's count, whoever wrote it and whenever: it may be of a day that is over.
 *
 * @param counted never below 0
 * @param dayEnd absent when nothing was ever counted, or the platform took it away
 * @param held units of that day whose lease still runs
 * @param expired units of that day whose lease has ended and that were not given back yet
 * @param firstLeaseEnd of the running leases
 * @param exhaustedAt when the first refusal of that day was written down
 */
public record Tally(
        ConnexionId connexion,
        OrganisationId organisation,
        @Nullable DailyLimit limit,
        long counted,
        @Nullable Instant dayEnd,
        long held,
        long expired,
        @Nullable Instant firstLeaseEnd,
        @Nullable Instant exhaustedAt) {

    public boolean isOf(Instant now) {
        return isCurrent(dayEnd, now);
    }

    /** A day is current until its end, unless that is so far off that a wrong clock must have set it. */
    public static boolean isCurrent(@Nullable Instant dayEnd, Instant now) {
        return dayEnd != null && dayEnd.isAfter(now) && !dayEnd.isAfter(now.plus(CivilDay.FURTHEST_END));
    }

    /** The quota as it is now: of a day that is over nothing counts, and neither does a lease that has ended. */
    public DailyQuota at(Instant now, CivilDay day) {
        return dayEnd != null && isOf(now)
                ? new DailyQuota(
                        new Room(limit, Math.max(0, counted - expired), dayEnd), held, firstLeaseEnd, exhaustedAt)
                : new DailyQuota(new Room(limit, 0, day.endOf(now)), 0, null, null);
    }

    /** Whether a day ends with it about which there is something to say. */
    public boolean hasCounted() {
        return dayEnd != null || counted > 0;
    }
}
