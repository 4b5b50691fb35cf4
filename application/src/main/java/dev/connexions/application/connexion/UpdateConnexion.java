package dev.connexions.application.connexion;

import dev.connexions.application.audit.AuditTrail;
import dev.connexions.application.shared.Precondition;
import dev.connexions.application.shared.Transactions;
import dev.connexions.application.shared.Tx;
import dev.connexions.domain.connexion.AccountEmail;
import dev.connexions.domain.connexion.ClientRef;
import dev.connexions.domain.connexion.Connexion;
import dev.connexions.domain.connexion.Connexion.Change;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.shared.Caller;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Changes whom a connexion serves and where its owner is reached. What is left out stays; the key never changes. */
public final class UpdateConnexion {

    public record Command(
            ConnexionId connexion,
            @Nullable String clientType,
            @Nullable UUID clientId,
            @Nullable AccountEmail accountEmail,
            Precondition<Connexion> precondition) {}

    public sealed interface Result {

        /** Also when everything was so already. */
        record Updated(Connexion connexion) implements Result {}

        record NotFound() implements Result {}

        /** It is not as the caller demands; nothing was done. */
        record PreconditionFailed() implements Result {}
    }

    private final Transactions transactions;
    private final Connexions connexions;
    private final AuditTrail audit;
    private final InstantSource clock;

    public UpdateConnexion(Transactions transactions, Connexions connexions, AuditTrail audit, InstantSource clock) {
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
                        .map(found -> update(tx, found, command))
                        .orElseGet(Result.NotFound::new));
    }

    private Result update(Tx tx, Connexion found, Command command) {
        if (!command.precondition().holdsFor(found)) {
            return new Result.PreconditionFailed();
        }
        var client = new ClientRef(
                command.clientType() == null ? found.client().type() : command.clientType(),
                command.clientId() == null ? found.client().id() : command.clientId());
        var email = command.accountEmail() == null ? found.accountEmail() : command.accountEmail();
        return switch (found.update(client, email, clock.instant())) {
            case Change.Accepted(var next, var events) when events.isEmpty() -> new Result.Updated(next);
            case Change.Accepted(var next, var events) -> {
                var saved = connexions.save(tx, next);
                audit.append(tx, events);
                yield new Result.Updated(saved);
            }
            case Change.Refused(var why) ->
                throw new IllegalStateException("the update of " + found.id() + " refused: " + why);
        };
    }
}
