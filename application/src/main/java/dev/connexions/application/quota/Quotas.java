package dev.connexions.application.quota;

import dev.connexions.application.shared.Tx;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.quota.Reservation;
import dev.connexions.domain.quota.ReservationId;
import dev.connexions.domain.quota.Tally;
import dev.connexions.domain.shared.OrganisationId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What was counted and reserved, of the connexions of the transaction's organisation. The platform's own columns hold the
 * count: what is held and spent of the day, and what the platform counted there itself.
 */
public interface Quotas {

    Optional<Tally> find(Tx tx, ConnexionId connexion, Instant now);

    /** As {@link #find}, and nobody else reserves, settles or limits before the transaction ends. */
    Optional<Tally> lock(Tx tx, ConnexionId connexion, Instant now);

    /**
     * Counts anew, in the day that ends then: from 0, or from what was reserved in that day already. The caller has locked it.
     *
     * @return what is counted now
     */
    long beginDay(Tx tx, ConnexionId connexion, Instant dayEnd);

    /** Remembers that this day's first refusal was written down. The caller has locked it. */
    void noteExhausted(Tx tx, ConnexionId connexion, Instant dayEnd, Instant now);

    Optional<Reservation> reservation(Tx tx, ConnexionId connexion, ReservationId id);

    /** The connexion of which it holds units, or did. */
    Optional<ConnexionId> connexionOf(Tx tx, ReservationId id);

    /**
     * Stores how a held reservation ended. Unless it was spent, its units return to the day they count in, if that is still
     * the one that is counted. The caller has locked the connexion.
     */
    void settle(Tx tx, Reservation settled);

    /**
     * Ends every hold of the connexion whose lease has ended, and gives the units back. The caller has locked it.
     *
     * @return how many
     */
    int lapse(Tx tx, ConnexionId connexion, Instant now);

    /**
     * Connexions with holds whose lease has ended, of whatever organisation, longest ended first: for a job that works for
     * none. Passes over what somebody is about to settle.
     */
    List<Whereabouts> expired(Tx tx, Instant now, int limit);

    record Whereabouts(OrganisationId organisation, ConnexionId connexion) {}
}
