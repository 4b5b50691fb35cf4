package dev.connexions.application.shared;

import dev.connexions.domain.audit.Actor;
import dev.connexions.domain.shared.Caller;
import dev.connexions.domain.shared.OrganisationId;
import java.util.Optional;

/**
 * Proof that a transaction is open on behalf of a caller. Only {@link Transactions} makes one; it is worthless once the
 * transaction has ended.
 */
public interface Tx {

    Caller caller();

    /** Who is written down as acting. */
    Actor actor();

    /**
     * The organisation whose data this transaction works on: the caller's own, as the database says, or the one a job
     * works for. Absent for an administrator without an organisation and for a job that is still looking something up.
     */
    Optional<OrganisationId> organisation();

    /** Whether the platform knows the caller as an administrator. */
    boolean administrator();

    /** @throws NoOrganisationException when there is none */
    default OrganisationId requireOrganisation() {
        return organisation().orElseThrow(NoOrganisationException::new);
    }
}
