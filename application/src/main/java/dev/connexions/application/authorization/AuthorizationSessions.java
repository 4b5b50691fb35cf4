package dev.connexions.application.authorization;

import dev.connexions.application.shared.StaleException;
import dev.connexions.application.shared.Tx;
import dev.connexions.domain.authorization.AuthorizationSession;
import dev.connexions.domain.authorization.AuthorizationSessionId;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.shared.Digest;
import dev.connexions.domain.shared.OrganisationId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The sessions of the transaction's organisation. What answers nothing but where to look is for a job that
 * does not know the organisation yet, and sees all of them.
 */
public interface AuthorizationSessions {

    /** Which session of which organisation a secret belongs to. */
    record Whereabouts(AuthorizationSessionId id, OrganisationId organisation) {}

    Optional<Whereabouts> byLink(Tx tx, Digest link);

    Optional<Whereabouts> byState(Tx tx, Digest state);

    Optional<Whereabouts> byId(Tx tx, AuthorizationSessionId id);

    /** Whose time was over at {@code now} and which still keep a consent's token; the longest over first. */
    List<Whereabouts> overdue(Tx tx, Instant now, int limit);

    /** In which a proof has been under way since {@code before} or earlier; the longest first. */
    List<Whereabouts> stalled(Tx tx, Instant before, int limit);

    Optional<AuthorizationSession> find(Tx tx, AuthorizationSessionId id);

    /** As {@link #find}, and nobody else changes it before the transaction ends. */
    Optional<AuthorizationSession> lock(Tx tx, AuthorizationSessionId id);

    /** The sessions of a connexion that could still bring something at {@code now}. */
    List<AuthorizationSession> pendingOf(Tx tx, ConnexionId connexion, Instant now);

    /** How many sessions of the organisation could still bring something at {@code now}. */
    int countPending(Tx tx, Instant now);

    /**
     * Inserts version 0, updates any other. Destroys the consent's token that it keeps unless a choice or a proof is still
     * under way.
     *
     * @throws StaleException when someone else saved it since it was read, or its connexion is gone
     */
    void save(Tx tx, AuthorizationSession session);
}
