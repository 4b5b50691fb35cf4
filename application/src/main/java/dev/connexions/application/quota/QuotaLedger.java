package dev.connexions.application.quota;

import dev.connexions.application.shared.DatabaseUnavailableException;
import dev.connexions.application.shared.NoOrganisationException;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.quota.Hold;
import dev.connexions.domain.quota.Reservation;
import dev.connexions.domain.quota.ReservationId;
import dev.connexions.domain.quota.Room;
import dev.connexions.domain.shared.Caller;
import java.time.Instant;

/**
 * Takes units of a day, in one statement that is its own transaction: never more than the limit, whoever else takes at the
 * same moment. Sees the connexions of the caller's organisation only. Takes whole holds or nothing of them; of several that
 * wait, the first come is the first served.
 */
public interface QuotaLedger {

    sealed interface Outcome {

        /** @param room what is left after it */
        record Held(Reservation reservation, Room room) implements Outcome {}

        /** @param freeAt when units may come back */
        record Full(Room room, Instant freeAt) implements Outcome {}

        /** The day is over, or there is something to do first that is more than one statement: settle it and ask again. */
        record Unsettled() implements Outcome {}

        /** The caller has no such connexion. */
        record Unknown() implements Outcome {}
    }

    /**
     * @param id which nobody else has
     * @throws NoOrganisationException for a user who has no organisation and is no administrator
     * @throws DatabaseUnavailableException when it could not be asked, or not in time; units may be held all the same, until
     *     their lease ends
     */
    Outcome reserve(Caller caller, ConnexionId connexion, ReservationId id, Hold hold, Instant now);
}
