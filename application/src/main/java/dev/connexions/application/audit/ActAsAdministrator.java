package dev.connexions.application.audit;

import dev.connexions.application.shared.Transactions;
import dev.connexions.application.shared.Tx;
import dev.connexions.domain.audit.Action;
import dev.connexions.domain.audit.AuditRecord;
import dev.connexions.domain.audit.Details;
import dev.connexions.domain.audit.Outcome;
import dev.connexions.domain.authorization.AuthorizationSessionId;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.connexion.GrantId;
import dev.connexions.domain.shared.Acting;
import dev.connexions.domain.shared.Caller;
import dev.connexions.domain.shared.OrganisationId;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An administrator reaches beyond its own organisation. That is written down where it reaches, whatever comes of it,
 * before anything is shown.
 */
public final class ActAsAdministrator {

    /** Where to. */
    public sealed interface Target {

        record OfConnexion(ConnexionId id) implements Target {}

        record OfSession(AuthorizationSessionId id) implements Target {}

        record OfGrant(GrantId id) implements Target {}

        record Organisation(OrganisationId id) implements Target {}

        record Everywhere() implements Target {}
    }

    /** @param operation what it is going to do there, as the API's document names it */
    public record Command(Target target, String reason, String operation) {}

    public sealed interface Result {

        /** @param caller who goes on; the same as before where the target is its own organisation's */
        record Granted(Caller.User caller) implements Result {}

        record NotFound() implements Result {}

        record NotAdministrator() implements Result {}
    }

    private final Transactions transactions;
    private final Owners owners;
    private final AuditTrail audit;
    private final InstantSource clock;

    public ActAsAdministrator(Transactions transactions, Owners owners, AuditTrail audit, InstantSource clock) {
        this.transactions = transactions;
        this.owners = owners;
        this.audit = audit;
        this.clock = clock;
    }

    public Result handle(Caller.User caller, Command command) {
        var found = transactions.in(caller, tx -> look(tx, command.target()));
        if (!found.administrator()) {
            return new Result.NotAdministrator();
        }
        var target = found.target();
        if (target == null) {
            return new Result.NotFound();
        }
        if (target.equals(found.own())) {
            return new Result.Granted(caller);
        }
        var acting = caller.acting(
                target.equals(OrganisationId.PLATFORM)
                        ? new Acting.Everywhere(command.reason())
                        : new Acting.Within(target, command.reason()));
        transactions.<@Nullable Void>in(acting, tx -> {
            audit.append(tx, granted(target, command));
            return null;
        });
        return new Result.Granted(acting);
    }

    private record Found(
            boolean administrator,
            @Nullable OrganisationId own,
            @Nullable OrganisationId target) {}

    private Found look(Tx tx, Target target) {
        return new Found(
                tx.administrator(),
                tx.organisation().orElse(null),
                tx.administrator() ? owner(tx, target).orElse(null) : null);
    }

    private Optional<OrganisationId> owner(Tx tx, Target target) {
        return switch (target) {
            case Target.OfConnexion(var id) -> owners.ofConnexion(tx, id);
            case Target.OfSession(var id) -> owners.ofSession(tx, id);
            case Target.OfGrant(var id) -> owners.ofGrant(tx, id);
            case Target.Organisation(var id) -> Optional.of(id);
            case Target.Everywhere everywhere -> Optional.of(OrganisationId.PLATFORM);
        };
    }

    private AuditRecord granted(OrganisationId organisation, Command command) {
        return new AuditRecord(
                organisation,
                clock.instant(),
                Action.ACCESS_GRANTED,
                Outcome.DONE,
                command.target() instanceof Target.OfConnexion(var id) ? id : null,
                Details.NONE.and("operation", null, command.operation()));
    }
}
