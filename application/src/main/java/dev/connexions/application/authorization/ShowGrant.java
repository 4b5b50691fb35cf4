package dev.connexions.application.authorization;

import dev.connexions.application.connexion.Connexions;
import dev.connexions.application.shared.Transactions;
import dev.connexions.domain.authorization.Grant;
import dev.connexions.domain.connexion.Connexion;
import dev.connexions.domain.connexion.GrantId;
import dev.connexions.domain.shared.Caller;
import java.util.List;
import java.util.Optional;

public final class ShowGrant {

    /** @param connexions who hangs on it, the oldest first */
    public record Shown(Grant grant, List<Connexion> connexions) {}

    private final Transactions transactions;
    private final Grants grants;
    private final Connexions connexions;

    public ShowGrant(Transactions transactions, Grants grants, Connexions connexions) {
        this.transactions = transactions;
        this.grants = grants;
        this.connexions = connexions;
    }

    public Optional<Shown> handle(Caller caller, GrantId id) {
        return transactions.in(
                caller, tx -> grants.find(tx, id).map(grant -> new Shown(grant, connexions.hangingOn(tx, id))));
    }
}
