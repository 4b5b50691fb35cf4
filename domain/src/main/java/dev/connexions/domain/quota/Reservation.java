package dev.connexions.domain.quota;

import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.shared.OrganisationId;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Units that are kept for somebody until the lease ends. They count in the day they were reserved in and in no other:
 * given back later, they return to that day only.
 *
 * @param expiresAt when it lapses unless it was settled before
 * @param dayEnd when the day is over that it counts in
 * @param settledAt when it left {@link State#HELD}
 */
public record Reservation(
        ReservationId id,
        OrganisationId organisation,
        ConnexionId connexion,
        int units,
        State state,
        @Nullable String purpose,
        Instant heldAt,
        Instant expiresAt,
        Instant dayEnd,
        @Nullable Instant settledAt) {

    public enum State {
        HELD,
        SPENT,
        RELEASED,
        LAPSED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public sealed interface Change {

        /** It is as it was asked to be. */
        record Accepted(Reservation next) implements Change {}

        /** It cannot become that any more; {@code next} is what it is, which may have to be stored as well. */
        record Refused(Reservation next) implements Change {}
    }

    /** What it is by now: a lease ends whether or not somebody has come by to say so. */
    public Reservation at(Instant now) {
        return state == State.HELD && !expiresAt.isAfter(now) ? settled(State.LAPSED, now) : this;
    }

    /** The units were used. Twice is once. */
    public Change spend(Instant now) {
        var current = at(now);
        return switch (current.state) {
            case HELD -> new Change.Accepted(settled(State.SPENT, now));
            case SPENT -> new Change.Accepted(current);
            case RELEASED, LAPSED -> new Change.Refused(current);
        };
    }

    /** The units were not used and will not be. Twice is once, and so is giving back what has lapsed. */
    public Change release(Instant now) {
        var current = at(now);
        return switch (current.state) {
            case HELD -> new Change.Accepted(settled(State.RELEASED, now));
            case RELEASED, LAPSED -> new Change.Accepted(current);
            case SPENT -> new Change.Refused(current);
        };
    }

    private Reservation settled(State as, Instant now) {
        return new Reservation(id, organisation, connexion, units, as, purpose, heldAt, expiresAt, dayEnd, now);
    }
}
