package dev.connexions.application.audit;

import dev.connexions.application.shared.Tx;
import dev.connexions.domain.connexion.ConnexionId;

/** Which connexions the transaction's organisation has. All that the audit needs to know of them. */
@FunctionalInterface
public interface KnownConnexions {

    boolean has(Tx tx, ConnexionId id);
}
