package dev.connexions.application.connexion;

import dev.connexions.application.audit.AuditTrail;
import dev.connexions.application.shared.Transactions;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.shared.Caller;
import java.time.InstantSource;
import java.util.List;

/** Removes a connexion with its secrets for good. Its audit stays. */
public final class EraseConnexion {

    public sealed interface Result {
        record Erased() implements Result {}

        record NotFound() implements Result {}
    }

    private final Transactions transactions;
    private final Connexions connexions;
    private final AuditTrail audit;
    private final InstantSource clock;

    public EraseConnexion(Transactions transactions, Connexions connexions, AuditTrail audit, InstantSource clock) {
        this.transactions = transactions;
        this.connexions = connexions;
        this.audit = audit;
        this.clock = clock;
    }

    public Result handle(Caller caller, ConnexionId id) {
        return transactions.in(
                caller,
                tx -> connexions
                        .lock(tx, id)
                        .<Result>map(found -> {
                            connexions.remove(tx, id);
                            audit.append(tx, List.of(found.erased(clock.instant())));
                            return new Result.Erased();
                        })
                        .orElseGet(Result.NotFound::new));
    }
}
