package dev.connexions.application.audit;

import dev.connexions.application.connexion.Connexions;
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
    private final Connexions connexions;
    private final AuditTrail audit;
    private final InstantSource clock;

    public RefuseAccess(Transactions transactions, Connexions connexions, AuditTrail audit, InstantSource clock) {
        this.transactions = transactions;
        this.connexions = connexions;
        this.audit = audit;
        this.clock = clock;
    }

    public Result handle(Caller caller, Command command) {
        return transactions.in(
                caller,
                tx -> connexions
                        .find(tx, command.connexion())
                        .<Result>map(found -> {
                            audit.append(
                                    tx,
                                    new AuditRecord(
                                            found.organisation(),
                                            clock.instant(),
                                            Action.ACCESS_REFUSED,
                                            Outcome.REFUSED,
                                            found.id(),
                                            Details.NONE.and(
                                                    "lacking",
                                                    null,
                                                    command.lacking().code())));
                            return new Result.Refused();
                        })
                        .orElseGet(Result.NotFound::new));
    }
}
