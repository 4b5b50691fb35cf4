package dev.connexions.application.connexion;

import dev.connexions.application.shared.StaleException;
import dev.connexions.application.shared.Tx;
import dev.connexions.domain.connexion.AccountId;
import dev.connexions.domain.connexion.Connexion;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.connexion.GrantId;
import dev.connexions.domain.connexion.NewConnexion;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The connexions of the transaction's organisation. Others do not exist, for reads and for writes; without an
 * organisation there are none. A stored row that cannot be read as a connexion comes back as
 * {@link dev.connexions.domain.connexion.State.Unreadable}, never as an exception. What is only shown is read through
 * {@link ConnexionReads}.
 */
public interface Connexions {

    Optional<Connexion> find(Tx tx, ConnexionId id);

    default boolean has(Tx tx, ConnexionId id) {
        return find(tx, id).isPresent();
    }

    /** As {@link #find}, and nobody else changes it before the transaction ends. */
    Optional<Connexion> lock(Tx tx, ConnexionId id);

    /** The connexion of the organisation that holds the account, whoever wrote the row. */
    Optional<ConnexionId> holderOf(Tx tx, AccountId account);

    /** Which of the accounts connexions of the organisation hold, whoever wrote their rows, and which do. */
    Map<AccountId, ConnexionId> holdersOf(Tx tx, Collection<AccountId> accounts);

    /** Those that hang on the grant, the oldest first. */
    List<Connexion> hangingOn(Tx tx, GrantId grant);

    /** @throws StaleException when a connexion of the organisation has the key, whoever wrote the row */
    Connexion add(Tx tx, NewConnexion connexion);

    /**
     * Stores everything but the token, which {@link dev.connexions.application.token.TokenVault} keeps, and but a state that
     * could not be read, which stays as it is.
     *
     * @return what is stored now, with its stamps and version
     * @throws StaleException when someone else saved it since it was read, erased it, or took its account meanwhile
     */
    Connexion save(Tx tx, Connexion connexion);

    /** The row, its token and everything that hangs on it are gone; a grant that nothing else hangs on, too. */
    void remove(Tx tx, ConnexionId id);
}
