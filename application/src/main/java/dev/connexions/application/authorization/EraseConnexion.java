package dev.connexions.application.connexion;

import dev.connexions.application.audit.AuditTrail;
import dev.connexions.application.shared.Precondition;
import dev.connexions.application.shared.Transactions;
import dev.connexions.application.shared.Tx;
import dev.connexions.domain.connexion.Connexion;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.shared.Caller;
import java.time.InstantSource;
import java.util.List;

/** Removes a connexion with its secrets for good. Its audit stays. */
public final class EraseConnexion {

    public record Command(ConnexionId connexion, Precondition<Connexion> precondition) {

        public Command(ConnexionId connexion) {
            this(connexion, Precondition.none());
        }
    }

    public sealed interface Result {
        record Erased() implements Result {}

        record NotFound() implements Result {}

        /** It is not as the caller demands; nothing was done. */
        record PreconditionFailed() implements Result {}
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

    public Result handle(Caller caller, Command command) {
        return transactions.in(
                caller,
                tx -> connexions
                        .lock(tx, command.connexion())
                        .map(found -> erase(tx, found, command.precondition()))
                        .orElseGet(Result.NotFound::new));
    }

    private Result erase(Tx tx, Connexion found, Precondition<Connexion> precondition) {
        if (!precondition.holdsFor(found)) {
            return new Result.PreconditionFailed();
        }
        connexions.remove(tx, found.id());
        audit.append(tx, List.of(found.erased(clock.instant())));
        return new Result.Erased();
    }
}
