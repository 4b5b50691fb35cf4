package dev.connexions.application.connexion;

import dev.connexions.application.shared.Transactions;
import dev.connexions.domain.connexion.Connexion;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.shared.Caller;
import java.util.Optional;

public final class ShowConnexion {

    private final Transactions transactions;
    private final Connexions connexions;

    public ShowConnexion(Transactions transactions, Connexions connexions) {
        this.transactions = transactions;
        this.connexions = connexions;
    }

    public Optional<Connexion> handle(Caller caller, ConnexionId id) {
        return transactions.in(caller, tx -> connexions.find(tx, id));
    }
}
