package dev.connexions.application.authorization;

import dev.connexions.application.shared.StaleException;
import dev.connexions.application.shared.Tx;
import dev.connexions.domain.authorization.Grant;
import dev.connexions.domain.connexion.GrantId;
import dev.connexions.domain.connexion.LoginProduct;
import java.util.Optional;

/** What Meta's consents gave the transaction's organisation; one for each login product and person. */
public interface Grants {

    Optional<Grant> of(Tx tx, LoginProduct product, String metaUserId);

    Optional<Grant> find(Tx tx, GrantId id);

    /**
     * Inserts it, or replaces the one of the same id.
     *
     * @throws StaleException when somebody stored another one for the same login product and person meanwhile
     */
    void save(Tx tx, Grant grant);

    /** Removes it with what it keeps, unless a connexion hangs on it. */
    void removeUnused(Tx tx, GrantId id);
}
