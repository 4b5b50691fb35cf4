package dev.connexions.application.token;

import dev.connexions.application.shared.Tx;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.shared.OrganisationId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tokens that the platform wrote past us: they stand there in clear text until they are sealed. */
public interface ForeignTokens {

    /** Which connexion of which organisation has one. */
    record Whereabouts(OrganisationId organisation, ConnexionId connexion) {}

    /**
     * By the connexions' ids (by their digits), strictly after {@code last}; at most {@code limit}. A job without an
     * organisation finds all of them, everybody else those of its organisation. What stands there and is no token at all
     * is found each time.
     */
    List<Whereabouts> after(Tx tx, @Nullable ConnexionId last, int limit);

    /**
     * Seals the connexion's token in its place, unless it is sealed, gone, or no token.
     *
     * @return whether it was sealed now
     */
    boolean seal(Tx tx, ConnexionId connexion);
}
