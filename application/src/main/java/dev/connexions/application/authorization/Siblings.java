package dev.connexions.application.authorization;

import dev.connexions.application.shared.Tx;
import dev.connexions.domain.authorization.Grant;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.connexion.GrantId;
import dev.connexions.domain.shared.OrganisationId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who hangs on a grant and was not yet proved under its latest consent. That is derived from what is stored, so nothing is
 * lost in a crash; a claim only keeps others from doing the same work meanwhile.
 */
public interface Siblings {

    /** @param until when it lapses; also what tells it from every other claim on the grant */
    record Claim(OrganisationId organisation, GrantId grant, Instant until) {}

    /** The grant's consent is new: everybody who hangs on it is to be proved, from now on. */
    void await(Tx tx, Grant grant);

    /** The connexion was proved, or judged, under the grant's present consent. */
    void proved(Tx tx, Grant grant, ConnexionId connexion);

    /** Those that were not, in the order of their ids (by their digits), strictly after {@code after}. */
    List<ConnexionId> unproved(Tx tx, Grant grant, @Nullable ConnexionId after, int limit);

    /**
     * Claims grants that wait for it and are nobody's, the longest waiting first; asked by a job without organisation those
     * of all, by anybody else those of the transaction's own. What others are claiming at the same moment is passed over.
     */
    List<Claim> claim(Tx tx, Instant now, Instant until, int limit);

    /**
     * Unless somebody claimed it after, or it was consented to anew.
     *
     * @param next when it waits again; absent when nothing is left to do
     */
    void release(Tx tx, Claim claim, @Nullable Instant next);
}
