package dev.connexions.application.token;

import dev.connexions.application.shared.StaleException;
import dev.connexions.application.shared.Tx;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.shared.AccessToken;

/**
 * Where access tokens rest, sealed to their connexion and organisation: a ciphertext moved to another row does not open.
 * Sees the connexions of the transaction's organisation only.
 */
public interface TokenVault {

    sealed interface Opened {
        record Token(AccessToken token) implements Opened {}

        /** No such connexion, or it has no token. */
        record None() implements Opened {}

        /** Stored, but no key of the ring opens it for this row. */
        record Unreadable() implements Opened {}
    }

    Opened open(Tx tx, ConnexionId connexion);

    /**
     * Replaces the connexion's token, in the same transaction as everything else that {@code tx} does.
     *
     * @throws StaleException when the connexion is gone
     */
    void store(Tx tx, ConnexionId connexion, AccessToken token);
}
