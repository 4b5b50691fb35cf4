package dev.connexions.application.testing;

import dev.connexions.domain.connexion.Connexion;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a connexion's renewal beside the connexion.
 *
 * @param tokenEnds the end of the token that was planned for
 */
record Plan(
        long fence,
        @Nullable Instant claimedUntil,
        @Nullable Instant tokenEnds) {

    static final Plan NONE = new Plan(0, null, null);

    static Plan of(Tables tables, Connexion row) {
        var known = tables.plans().getOrDefault(row.id(), NONE);
        return new Plan(known.fence(), known.claimedUntil(), endOf(row));
    }

    static @Nullable Instant endOf(Connexion row) {
        return row.state().linked().map(link -> link.lease().expiresAt()).orElse(null);
    }

    boolean isFree(Instant now) {
        return claimedUntil == null || !claimedUntil.isAfter(now);
    }

    Plan claimed(Instant until) {
        return new Plan(fence + 1, until, tokenEnds);
    }

    Plan releasedFrom(Instant from) {
        return new Plan(fence, from, tokenEnds);
    }
}
