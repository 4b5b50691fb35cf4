package dev.connexions.application.connexion;

import dev.connexions.application.audit.AuditTrail;
import dev.connexions.application.shared.Transactions;
import dev.connexions.application.shared.Tx;
import dev.connexions.domain.connexion.Connexion;
import dev.connexions.domain.connexion.Connexion.Change;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.shared.Caller;
import java.time.InstantSource;
import java.util.Optional;

/** The operator's switch. Turning on what is on, or off what is off, changes nothing and is no error. */
public final class SwitchConnexion {

    public enum Position {
        ENABLED,
        DISABLED
    }

    public record Command(ConnexionId connexion, Position to) {}

    private final Transactions transactions;
    private final Connexions connexions;
    private final AuditTrail audit;
    private final InstantSource clock;

    public SwitchConnexion(Transactions transactions, Connexions connexions, AuditTrail audit, InstantSource clock) {
        this.transactions = transactions;
        this.connexions = connexions;
        this.audit = audit;
        this.clock = clock;
    }

    /** What the connexion is now; empty when the caller has none of that id. */
    public Optional<Connexion> handle(Caller caller, Command command) {
        return transactions.in(
                caller, tx -> connexions.lock(tx, command.connexion()).map(found -> turn(tx, found, command.to())));
    }

    private Connexion turn(Tx tx, Connexion found, Position to) {
        var now = clock.instant();
        var change = switch (to) {
            case ENABLED -> found.enable(now);
            case DISABLED -> found.disable(now);
        };
        return switch (change) {
            case Change.Accepted(var next, var events) when events.isEmpty() -> next;
            case Change.Accepted(var next, var events) -> {
                var saved = connexions.save(tx, next);
                audit.append(tx, events);
                yield saved;
            }
            case Change.Refused(var why) ->
                throw new IllegalStateException("the switch of " + found.id() + " refused: " + why);
        };
    }
}
