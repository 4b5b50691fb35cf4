package dev.connexions.application.token;

import dev.connexions.application.audit.AuditTrail;
import dev.connexions.application.connexion.Connexions;
import dev.connexions.application.shared.Transactions;
import dev.connexions.application.shared.Tx;
import dev.connexions.domain.audit.Action;
import dev.connexions.domain.audit.AuditRecord;
import dev.connexions.domain.audit.Details;
import dev.connexions.domain.audit.Outcome;
import dev.connexions.domain.connexion.Cause;
import dev.connexions.domain.connexion.Connexion;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.connexion.Link;
import dev.connexions.domain.connexion.Scopes;
import dev.connexions.domain.connexion.State;
import dev.connexions.domain.shared.AccessToken;
import dev.connexions.domain.shared.Caller;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Hands the token out to a caller who may have it. Each time, also in vain, is an audit entry. */
public final class ReadAccessToken {

    public sealed interface Result {
        record Read(AccessToken token, @Nullable Instant expiresAt, Scopes scopes) implements Result {}

        /** There is no token that works; {@code reason} is the code of what is wrong. */
        record ReconnectRequired(String reason) implements Result {}

        record NotFound() implements Result {}
    }

    private final Transactions transactions;
    private final Connexions connexions;
    private final TokenVault vault;
    private final AuditTrail audit;
    private final InstantSource clock;

    public ReadAccessToken(
            Transactions transactions, Connexions connexions, TokenVault vault, AuditTrail audit, InstantSource clock) {
        this.transactions = transactions;
        this.connexions = connexions;
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
    }

    public Result handle(Caller caller, ConnexionId id) {
        return transactions.in(
                caller,
                tx -> connexions.find(tx, id).map(found -> read(tx, found)).orElseGet(Result.NotFound::new));
    }

    private Result read(Tx tx, Connexion connexion) {
        var now = clock.instant();
        var result = switch (connexion.state()) {
            case State.Active(var link) -> open(tx, connexion, link, now);
            case State.Throttled throttled -> open(tx, connexion, throttled.link(), now);
            case State.Failing failing when failing.link() != null -> open(tx, connexion, failing.link(), now);
            case State.Failing failing -> refused(failing);
            case State.Pending pending -> refused(pending);
            case State.Expired expired -> refused(expired);
            case State.ReauthorizationRequired required -> refused(required);
            case State.Revoked revoked -> refused(revoked);
            case State.Unreadable unreadable -> refused(unreadable);
        };
        audit.append(
                tx,
                new AuditRecord(
                        connexion.organisation(),
                        now,
                        Action.ACCESS_TOKEN_READ,
                        result instanceof Result.Read ? Outcome.DONE : Outcome.REFUSED,
                        connexion.id(),
                        result instanceof Result.ReconnectRequired(var reason)
                                ? Details.NONE.and("reason", null, reason)
                                : Details.NONE));
        return result;
    }

    private Result open(Tx tx, Connexion connexion, Link link, Instant now) {
        if (link.lease().expiredAt(now)) {
            return new Result.ReconnectRequired(Cause.TOKEN_EXPIRED);
        }
        return switch (vault.open(tx, connexion.id())) {
            case TokenVault.Opened.Token(var token) ->
                new Result.Read(token, link.lease().expiresAt(), link.granted());
            case TokenVault.Opened.None none -> new Result.ReconnectRequired(Cause.TOKEN_MISSING);
            case TokenVault.Opened.Unreadable unreadable -> new Result.ReconnectRequired(Cause.TOKEN_UNREADABLE);
        };
    }

    private static Result refused(State state) {
        return new Result.ReconnectRequired(
                state.why().map(Cause::reason).orElse(state.status().code()));
    }
}
