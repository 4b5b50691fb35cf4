package dev.connexions.application.testing;

import dev.connexions.application.authorization.AuthorizationSessions;
import dev.connexions.application.shared.StaleException;
import dev.connexions.application.shared.Tx;
import dev.connexions.domain.authorization.AuthorizationSession;
import dev.connexions.domain.authorization.AuthorizationSession.Progress;
import dev.connexions.domain.authorization.AuthorizationSessionId;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.shared.Caller;
import dev.connexions.domain.shared.Digest;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

final class InMemoryAuthorizationSessions implements AuthorizationSessions {

    @Override
    public Optional<Whereabouts> byLink(Tx tx, Digest link) {
        return whereabouts(tx, session -> session.link().equals(link));
    }

    @Override
    public Optional<Whereabouts> byState(Tx tx, Digest state) {
        return whereabouts(
                tx,
                session -> session.progress() instanceof Progress.Consenting consenting
                        && consenting.state().equals(state));
    }

    @Override
    public Optional<Whereabouts> byId(Tx tx, AuthorizationSessionId id) {
        return whereabouts(tx, session -> session.id().equals(id));
    }

    @Override
    public List<Whereabouts> overdue(Tx tx, Instant now, int limit) {
        return across(tx)
                .filter(InMemoryAuthorizationSessions::mayKeepAToken)
                .filter(session -> !now.isBefore(session.expiresAt()))
                .sorted(Comparator.comparing(AuthorizationSession::expiresAt))
                .limit(limit)
                .map(InMemoryAuthorizationSessions::whereabouts)
                .toList();
    }

    @Override
    public List<Whereabouts> stalled(Tx tx, Instant before, int limit) {
        return across(tx)
                .filter(session -> session.progress() instanceof Progress.Proving proving
                        && !proving.since().isAfter(before))
                .sorted(Comparator.comparing(session -> ((Progress.Proving) session.progress()).since()))
                .limit(limit)
                .map(InMemoryAuthorizationSessions::whereabouts)
                .toList();
    }

    static boolean mayKeepAToken(AuthorizationSession session) {
        return session.progress() instanceof Progress.AwaitingChoice || session.progress() instanceof Progress.Proving;
    }

    @Override
    public Optional<AuthorizationSession> find(Tx tx, AuthorizationSessionId id) {
        return rows(tx).filter(session -> session.id().equals(id)).findFirst();
    }

    @Override
    public Optional<AuthorizationSession> lock(Tx tx, AuthorizationSessionId id) {
        return find(tx, id);
    }

    @Override
    public List<AuthorizationSession> pendingOf(Tx tx, ConnexionId connexion, Instant now) {
        return pending(tx, now)
                .filter(session -> session.connexion().equals(connexion))
                .toList();
    }

    @Override
    public int countPending(Tx tx, Instant now) {
        return Math.toIntExact(pending(tx, now).count());
    }

    @Override
    public void save(Tx tx, AuthorizationSession session) {
        var own = InMemoryTx.of(tx);
        var connexion = own.tables().connexions().get(session.connexion());
        if (connexion == null
                || !own.sees(connexion.organisation())
                || !connexion.organisation().equals(session.organisation())) {
            throw new StaleException("the session's connexion is gone");
        }
        var stored = own.tables().sessions().get(session.id());
        var version = stored == null ? 0 : stored.version();
        if (version != session.version()) {
            throw new StaleException("the session was saved meanwhile");
        }
        own.tables().sessions().put(session.id(), next(session));
        if (!mayKeepAToken(session)) {
            own.tables().sessionTokens().remove(session.id());
        }
    }

    private static Stream<AuthorizationSession> rows(Tx tx) {
        var own = InMemoryTx.of(tx);
        return own.tables().sessions().values().stream().filter(session -> own.sees(session.organisation()));
    }

    private static Stream<AuthorizationSession> pending(Tx tx, Instant now) {
        return rows(tx).filter(session -> session.openAt(now));
    }

    private static Optional<Whereabouts> whereabouts(Tx tx, Predicate<AuthorizationSession> wanted) {
        return across(tx)
                .filter(wanted)
                .map(InMemoryAuthorizationSessions::whereabouts)
                .findFirst();
    }

    private static Whereabouts whereabouts(AuthorizationSession session) {
        return new Whereabouts(session.id(), session.organisation());
    }

    private static Stream<AuthorizationSession> across(Tx tx) {
        return tx.caller() instanceof Caller.Job && tx.organisation().isEmpty()
                ? InMemoryTx.of(tx).tables().sessions().values().stream()
                : rows(tx);
    }

    private static AuthorizationSession next(AuthorizationSession session) {
        return new AuthorizationSession(
                session.id(),
                session.organisation(),
                session.connexion(),
                session.product(),
                session.requested(),
                session.returnUrl(),
                session.startedBy(),
                session.startedAt(),
                session.expiresAt(),
                session.link(),
                session.progress(),
                session.version() + 1);
    }
}
