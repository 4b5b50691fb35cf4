package dev.connexions.application.token;

import dev.connexions.application.audit.AuditTrail;
import dev.connexions.application.connexion.Connexions;
import dev.connexions.application.shared.Transactions;
import dev.connexions.application.shared.Tx;
import dev.connexions.domain.connexion.Cause;
import dev.connexions.domain.connexion.Connexion;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.connexion.Link;
import dev.connexions.domain.shared.Caller;
import dev.connexions.domain.token.RenewalFailure;
import dev.connexions.domain.token.RenewalPolicy;
import dev.connexions.domain.token.TokenLease.Renewal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** A renewal that somebody asks for. It goes the service's own way, and makes no state worse. */
public final class RefreshToken {

    /** Longer than Meta may take. */
    private static final Duration LEASE = Duration.ofSeconds(30);

    public sealed interface Result {

        record Renewed(Connexion connexion) implements Result {}

        /** Its token has no end. */
        record NotNeeded(Connexion connexion) implements Result {}

        /** Meta renews no token that is less than a day old. */
        record TooEarly(Instant notBefore, Instant now) implements Result {}

        /** There is no token that could be renewed; {@code reason} is the code of what is wrong. */
        record ReconnectRequired(String reason) implements Result {}

        /** The state is as it was. {@code notBefore}: when Meta wants to be asked again, if it said. */
        record Failed(RenewalFailure why, @Nullable Instant notBefore, Instant now) implements Result {}

        /** Somebody else renews it at this moment. */
        record InProgress() implements Result {}

        /** The connexion has got another token meanwhile; what Meta answered was dropped. */
        record Overtaken() implements Result {}

        record NotFound() implements Result {}
    }

    private final Transactions transactions;
    private final Connexions connexions;
    private final TokenVault vault;
    private final DueRenewals renewals;
    private final RenewalPolicy policy;
    private final InstantSource clock;
    private final Renewing renewing;

    public RefreshToken(
            Transactions transactions,
            Connexions connexions,
            TokenVault vault,
            DueRenewals renewals,
            AuditTrail audit,
            InstagramTokens tokens,
            RenewalPolicy policy,
            InstantSource clock) {
        this.transactions = transactions;
        this.connexions = connexions;
        this.vault = vault;
        this.renewals = renewals;
        this.policy = policy;
        this.clock = clock;
        this.renewing = new Renewing(transactions, connexions, vault, renewals, audit, tokens, policy, clock);
    }

    public Result handle(Caller caller, ConnexionId id) {
        return switch (transactions.in(caller, tx -> prepare(tx, id))) {
            case Prepared.Not(var result) -> result;
            case Prepared.Ready(var order) ->
                switch (renewing.carryOut(caller, order, Renewing.Origin.DEMAND)) {
                    case Renewing.Outcome.Renewed(var connexion) -> new Result.Renewed(connexion);
                    case Renewing.Outcome.Failed(var answer) ->
                        new Result.Failed(answer.why(), answer.notBefore(), clock.instant());
                    case Renewing.Outcome.Overtaken(var connexion) ->
                        connexion == null ? new Result.NotFound() : new Result.Overtaken();
                };
        };
    }

    private sealed interface Prepared {

        record Ready(Renewing.Order order) implements Prepared {}

        record Not(Result why) implements Prepared {}
    }

    private Prepared prepare(Tx tx, ConnexionId id) {
        var connexion = connexions.lock(tx, id).orElse(null);
        if (connexion == null) {
            return new Prepared.Not(new Result.NotFound());
        }
        var link = connexion.renewable().orElse(null);
        if (link == null) {
            return new Prepared.Not(notRenewable(connexion));
        }
        var now = clock.instant();
        return switch (link.lease().renewalAt(now)) {
            case Renewal.NotNeeded none -> new Prepared.Not(new Result.NotNeeded(connexion));
            case Renewal.TooEarly(var notBefore) -> new Prepared.Not(new Result.TooEarly(notBefore, now));
            case Renewal.TooLate late -> new Prepared.Not(new Result.ReconnectRequired(Cause.TOKEN_EXPIRED));
            case Renewal.Possible possible -> claim(tx, connexion, link, now);
        };
    }

    /** An account of Facebook Login has tokens without an end, or none that can be renewed. */
    private static Result notRenewable(Connexion connexion) {
        var reason = connexion.state().why().map(Cause::reason);
        var endless = connexion
                .state()
                .linked()
                .filter(link -> reason.isEmpty() && link.lease().expiresAt() == null);
        return endless.isPresent()
                ? new Result.NotNeeded(connexion)
                : new Result.ReconnectRequired(
                        reason.orElse(connexion.state().status().code()));
    }

    private Prepared claim(Tx tx, Connexion connexion, Link link, Instant now) {
        return switch (vault.open(tx, connexion.id())) {
            case TokenVault.Opened.None none -> new Prepared.Not(new Result.ReconnectRequired(Cause.TOKEN_MISSING));
            case TokenVault.Opened.Unreadable unreadable ->
                new Prepared.Not(new Result.ReconnectRequired(Cause.TOKEN_UNREADABLE));
            case TokenVault.Opened.Token(var token) -> {
                if (connexion.version() == 0) {
                    // a row of the platform's: a claim needs something of ours beside it
                    renewals.plan(
                            tx,
                            connexion.id(),
                            connexion.planned(policy, now).refreshing().nextAt());
                }
                yield renewals.claim(tx, connexion.id(), now, now.plus(LEASE))
                        .<Prepared>map(claim -> new Prepared.Ready(new Renewing.Order(claim, link.way(), token)))
                        .orElseGet(() -> new Prepared.Not(new Result.InProgress()));
            }
        };
    }
}
