package dev.connexions.application.connexion;

import dev.connexions.application.shared.StaleException;
import dev.connexions.application.shared.Tx;
import dev.connexions.domain.connexion.AccountId;
import dev.connexions.domain.connexion.Capability;
import dev.connexions.domain.connexion.Connexion;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.connexion.ConnexionKey;
import dev.connexions.domain.connexion.NewConnexion;
import dev.connexions.domain.connexion.Status;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The connexions of the transaction's organisation. Others do not exist, for reads and for writes; without an
 * organisation there are none. A stored row that cannot be read as a connexion comes back as
 * {@link dev.connexions.domain.connexion.State.Unreadable}, never as an exception.
 */
public interface Connexions {

    Optional<Connexion> find(Tx tx, ConnexionId id);

    default boolean has(Tx tx, ConnexionId id) {
        return find(tx, id).isPresent();
    }

    /** As {@link #find}, and nobody else changes it before the transaction ends. */
    Optional<Connexion> lock(Tx tx, ConnexionId id);

    /** Whether a connexion of the organisation has the key, whoever wrote the row. */
    boolean isKeyUsed(Tx tx, ConnexionKey key);

    /** The connexion of the organisation that holds the account, whoever wrote the row. */
    Optional<ConnexionId> holderOf(Tx tx, AccountId account);

    /** @throws StaleException when somebody took the key meanwhile */
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

    /**
     * Newest first, of one moment the higher id (by its digits) first; at most {@code limit}, strictly after
     * {@code after}, whether or not that one is still there.
     */
    List<Connexion> list(Tx tx, Filter filter, @Nullable Position after, int limit, Instant now);

    /** What a list is narrowed to; an absent member does not narrow. */
    record Filter(
            @Nullable Status status,
            @Nullable Boolean enabled,
            @Nullable String clientType,
            @Nullable UUID clientId,
            @Nullable String key,
            @Nullable Instant expiresBefore,
            @Nullable Capability capability) {

        public static final Filter NONE = new Filter(null, null, null, null, null, null, null);
    }

    /** Where in a list a connexion stands. */
    record Position(Instant createdAt, ConnexionId id) {

        public static Position of(Connexion connexion) {
            return new Position(connexion.stamps().createdAt(), connexion.id());
        }
    }
}
