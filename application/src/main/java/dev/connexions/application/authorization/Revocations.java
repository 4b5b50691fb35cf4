package dev.connexions.application.authorization;

import dev.connexions.application.shared.Tx;
import dev.connexions.domain.authorization.Revocation;
import dev.connexions.domain.connexion.LoginProduct;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Meta is still to be told of consents that nobody needs. Kept from the transaction on that made it necessary until
 * Meta did it, so that no crash leaves a consent standing that nobody knows of.
 */
public interface Revocations {

    /** @param until when it lapses; also what tells it from every other claim on the same consent */
    record Claim(Revocation revocation, Instant until) {}

    /** Who needs a person's consent, whatever the organisation. */
    enum Need {
        NOBODY,
        /** Somebody is being connected with it: that may come to nothing. */
        PERHAPS,
        CONNEXIONS
    }

    /** Due from its beginning. Of a person's consent there is one for each organisation: the latest. */
    void add(Tx tx, Revocation revocation);

    /**
     * Claims what is due and nobody's, the longest due first; asked by a job without organisation those of all, by anybody
     * else those of the transaction's own. What others are claiming at the same moment is passed over.
     */
    List<Claim> claim(Tx tx, Instant now, Instant until, int limit);

    /** Asked by a job without organisation, for all of them; by anybody else, for the transaction's own. */
    Need need(Tx tx, LoginProduct product, String metaUserId);

    /**
     * Unless somebody claimed it after, or it was added anew.
     *
     * @param next when it is due again; absent when it is over
     * @return whether it was still the claim's
     */
    boolean release(Tx tx, Claim claim, @Nullable Instant next);
}
