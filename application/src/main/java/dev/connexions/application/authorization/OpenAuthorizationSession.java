package dev.connexions.application.authorization;

import dev.connexions.application.audit.AuditTrail;
import dev.connexions.application.connexion.Connexions;
import dev.connexions.application.shared.Transactions;
import dev.connexions.application.shared.Tx;
import dev.connexions.domain.authorization.AuthorizationSession;
import dev.connexions.domain.authorization.AuthorizationSessionId;
import dev.connexions.domain.connexion.Connexion;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.connexion.ScopeCatalogue;
import dev.connexions.domain.connexion.Scopes;
import dev.connexions.domain.shared.Caller;
import dev.connexions.domain.shared.OneTimeSecret;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Makes the link that the account's owner opens to consent, for the first time or again. */
public final class OpenAuthorizationSession {

    /** How many sessions of one organisation may wait for somebody at once. */
    public static final int MAX_PENDING = 100;

    private static final Duration TRY_AGAIN = Duration.ofMinutes(10);

    /**
     * @param permissions what to ask Meta for; absent: all that the product knows. What it takes to find the account is always asked for
     * @param returnUrl where the browser goes at the end; absent: a plain page of ours
     */
    public record Command(
            ConnexionId connexion,
            LoginProduct product,
            @Nullable Scopes permissions,
            @Nullable String returnUrl) {}

    public sealed interface Result {

        /**
         * @param link the secret of the address to open; shown this once
         * @param affected the other connexions that the consent decides about as well
         */
        record Opened(AuthorizationSession session, OneTimeSecret link, List<Connexion> affected) implements Result {}

        record NotFound() implements Result {}

        record ProductNotOffered() implements Result {}

        record UnknownPermissions(Scopes unknown) implements Result {}

        record ReturnUrlNotAllowed() implements Result {}

        record TooManyPending(int limit, Duration tryAgainAfter) implements Result {}
    }

    private final Transactions transactions;
    private final Connexions connexions;
    private final AuthorizationSessions sessions;
    private final AuditTrail audit;
    private final InstagramLogin login;
    private final ReturnUrls returnUrls;
    private final InstantSource clock;

    public OpenAuthorizationSession(
            Transactions transactions,
            Connexions connexions,
            AuthorizationSessions sessions,
            AuditTrail audit,
            InstagramLogin login,
            ReturnUrls returnUrls,
            InstantSource clock) {
        this.transactions = transactions;
        this.connexions = connexions;
        this.sessions = sessions;
        this.audit = audit;
        this.login = login;
        this.returnUrls = returnUrls;
        this.clock = clock;
    }

    public Result handle(Caller.User caller, Command command) {
        return transactions.in(
                caller,
                tx -> connexions
                        .lock(tx, command.connexion())
                        .map(found -> open(tx, caller, found, command))
                        .orElseGet(Result.NotFound::new));
    }

    private Result open(Tx tx, Caller.User caller, Connexion connexion, Command command) {
        if (!login.products().contains(command.product())) {
            return new Result.ProductNotOffered();
        }
        var requested = requested(command);
        var unknown = requested.without(ScopeCatalogue.known(command.product()));
        if (!unknown.names().isEmpty()) {
            return new Result.UnknownPermissions(unknown);
        }
        URI returnUrl = null;
        if (command.returnUrl() != null) {
            returnUrl = returnUrls.permit(command.returnUrl()).orElse(null);
            if (returnUrl == null) {
                return new Result.ReturnUrlNotAllowed();
            }
        }
        var now = clock.instant();
        var earlier = sessions.pendingOf(tx, connexion.id(), now);
        if (sessions.countPending(tx, now) - earlier.size() >= MAX_PENDING) {
            return new Result.TooManyPending(MAX_PENDING, TRY_AGAIN);
        }
        for (var replaced : earlier) {
            sessions.save(tx, replaced.supersede(now));
        }
        var link = OneTimeSecret.random();
        var session = AuthorizationSession.start(
                AuthorizationSessionId.random(),
                connexion.organisation(),
                connexion.id(),
                command.product(),
                requested,
                returnUrl,
                caller.id(),
                link,
                now);
        sessions.save(tx, session);
        audit.append(tx, session.startedEvents());
        return new Result.Opened(session, link, Affected.by(tx, connexions, session));
    }

    private static Scopes requested(Command command) {
        if (command.permissions() == null) {
            return ScopeCatalogue.all(command.product());
        }
        var names = new TreeSet<>(command.permissions().names());
        names.addAll(ScopeCatalogue.needed(command.product()).names());
        return new Scopes(names);
    }
}
