package dev.connexions.application.token;

import dev.connexions.application.shared.Tx;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.shared.OrganisationId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whose token is to be looked at, and who looks at it. Asked by a {@link dev.connexions.domain.shared.Caller.Job} without
 * organisation, the methods that find answer for all of them; asked by anybody else, for the transaction's own. What they
 * find is worked within its organisation, where {@link dev.connexions.application.connexion.Connexions} judges again.
 */
public interface DueRenewals {

    /** @param fence higher than that of every earlier claim on the connexion */
    record Claim(OrganisationId organisation, ConnexionId connexion, long fence) {}

    /** @param at when its token's life ended */
    record Ended(OrganisationId organisation, ConnexionId connexion, Instant at) {}

    record Unplanned(OrganisationId organisation, ConnexionId connexion) {}

    /** @param end where the next glance begins; absent when this one came to the end */
    record Glance(List<Unplanned> found, @Nullable ConnexionId end) {}

    /**
     * Claims what is planned for {@code now} or earlier and is nobody's, the longest due first; what others are claiming
     * at the same moment is passed over.
     *
     * @param until when the claim lapses unless it was released before
     */
    List<Claim> claim(Tx tx, Instant now, Instant until, int limit);

    /** As {@link #claim(Tx, Instant, Instant, int)}, one of the organisation's, whenever it is planned for. */
    Optional<Claim> claim(Tx tx, ConnexionId connexion, Instant now, Instant until);

    /** Whether nobody claimed it after. The connexion is locked before, so that nobody does until the transaction ends. */
    boolean isHeld(Tx tx, Claim claim);

    /** Makes it claimable from {@code from} on, unless somebody claimed it after. */
    void release(Tx tx, Claim claim, Instant from);

    /**
     * Keeps when the connexion's present token is to be renewed, forgetting failures; makes room for it where the store
     * keeps nothing of ours for the row. Nothing else of the connexion changes, its version least of all.
     */
    void plan(Tx tx, ConnexionId connexion, @Nullable Instant nextAt);

    /**
     * Connexions that count as connected and whose token's life ended at {@code now} or earlier; in the order of that
     * moment, strictly after {@code after}.
     */
    List<Ended> ended(Tx tx, @Nullable Ended after, int limit, Instant now);

    /**
     * Looks at {@code rows} connexions, in any order that stays, for those that count as connected, whose token has an end
     * after {@code now}, and for whose present token nothing was planned: the platform wrote it, or another than was
     * planned for.
     */
    Glance unplanned(Tx tx, @Nullable ConnexionId after, int rows, Instant now);
}
