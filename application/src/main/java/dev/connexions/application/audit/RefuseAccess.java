package dev.connexions.application.audit;

import dev.connexions.application.shared.Transactions;
import dev.connexions.domain.audit.Action;
import dev.connexions.domain.audit.AuditRecord;
import dev.connexions.domain.audit.Details;
import dev.connexions.domain.audit.Outcome;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.shared.Caller;
import dev.connexions.domain.shared.Permission;
import java.time.InstantSource;

/**
 * A caller lacks the permission for what it wants of a connexion. Written down only when it can see that connexion, or
 * strangers would write to an organisation's chain.
 */
public final class RefuseAccess {

    public record Command(ConnexionId connexion, Permission lacking) {}

    public sealed interface Result {
        record Refused() implements Result {}

        record NotFound() implements Result {}
    }

    private final Transactions transactions;
    private final KnownConnexions connexions;
    private final AuditTrail audit;
    private final InstantSource clock;

    public RefuseAccess(Transactions transactions, KnownConnexions connexions, AuditTrail audit, InstantSource clock) {
        this.transactions = transactions;
        this.connexions = connexions;
        this.audit = audit;
        this.clock = clock;
    }

    public Result handle(Caller caller, Command command) {
        return transactions.in(caller, tx -> {
            if (!connexions.has(tx, command.connexion())) {
                return new Result.NotFound();
            }
            audit.append(
                    tx,
                    new AuditRecord(
                            tx.requireOrganisation(),
                            clock.instant(),
                            Action.ACCESS_REFUSED,
                            Outcome.REFUSED,
                            command.connexion(),
                            Details.NONE.and("lacking", null, command.lacking().code())));
            return new Result.Refused();
        });
    }
}
