package dev.connexions.application.authorization;

import dev.connexions.application.audit.AuditTrail;
import dev.connexions.application.connexion.Connexions;
import dev.connexions.application.shared.Precondition;
import dev.connexions.application.shared.Transactions;
import dev.connexions.application.shared.Tx;
import dev.connexions.domain.authorization.Revocation;
import dev.connexions.domain.connexion.Connexion;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.connexion.Link;
import dev.connexions.domain.shared.Caller;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/**
 * Removes a connexion with its secrets for good. Its audit stays. Consents that nothing else hangs on are left for
 * {@link RevokeConsents} to tell Meta of.
 */
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
    private final AuthorizationSessions sessions;
    private final Grants grants;
    private final Revocations revocations;
    private final AuditTrail audit;
    private final InstantSource clock;

    public EraseConnexion(
            Transactions transactions,
            Connexions connexions,
            AuthorizationSessions sessions,
            Grants grants,
            Revocations revocations,
            AuditTrail audit,
            InstantSource clock) {
        this.transactions = transactions;
        this.connexions = connexions;
        this.sessions = sessions;
        this.grants = grants;
        this.revocations = revocations;
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
        var now = clock.instant();
        var consents =
                Stream.concat(granted(tx, found, now), underWay(tx, found, now)).toList();
        connexions.remove(tx, found.id());
        consents.stream()
                .filter(consent ->
                        grants.of(tx, consent.product(), consent.metaUserId()).isEmpty())
                .forEach(consent -> revocations.add(tx, consent));
        audit.append(tx, List.of(found.erased(now)));
        return new Result.Erased();
    }

    private Stream<Revocation> granted(Tx tx, Connexion connexion, Instant now) {
        return connexion.state().linked().map(Link::grant).flatMap(id -> grants.find(tx, id)).stream()
                .map(grant -> grant.revocation(connexion.id(), now));
    }

    /** Of sessions that wait for a choice or a proof, and go with the connexion. */
    private Stream<Revocation> underWay(Tx tx, Connexion connexion, Instant now) {
        return sessions.pendingOf(tx, connexion.id(), now).stream()
                .flatMap(session ->
                        session.consent().map(consent -> session.revocation(consent.metaUserId(), now)).stream());
    }
}
