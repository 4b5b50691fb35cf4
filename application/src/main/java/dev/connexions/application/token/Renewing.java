package dev.connexions.application.token;

import dev.connexions.application.audit.AuditTrail;
import dev.connexions.application.connexion.Connexions;
import dev.connexions.application.shared.StaleException;
import dev.connexions.application.shared.Transactions;
import dev.connexions.application.shared.Tx;
import dev.connexions.application.token.DueRenewals.Claim;
import dev.connexions.application.token.InstagramTokens.Refresh;
import dev.connexions.domain.connexion.Connexion;
import dev.connexions.domain.connexion.Connexion.Change;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.shared.AccessToken;
import dev.connexions.domain.shared.Caller;
import dev.connexions.domain.token.RenewalPolicy;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** The half of a renewal that is the same whoever asked for it: Meta is called with nothing open, then its answer is kept. */
final class Renewing {

    private static final int ATTEMPTS = 3;

    /** What is asked of Meta, and under which claim. */
    record Order(Claim claim, LoginProduct product, AccessToken token) {}

    sealed interface Outcome {

        record Renewed(Connexion connexion) implements Outcome {}

        record Failed(Refresh.Failed answer) implements Outcome {}

        /** The connexion is gone, or its token is another one, or somebody else renews it: the answer was dropped. */
        record Overtaken(@Nullable Connexion connexion) implements Outcome {}
    }

    /** Whether a failure moves the service's own plan. */
    enum Origin {
        PLAN,
        DEMAND
    }

    private final Transactions transactions;
    private final Connexions connexions;
    private final TokenVault vault;
    private final DueRenewals renewals;
    private final AuditTrail audit;
    private final InstagramTokens tokens;
    private final RenewalPolicy policy;
    private final InstantSource clock;

    Renewing(
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
        this.audit = audit;
        this.tokens = tokens;
        this.policy = policy;
        this.clock = clock;
    }

    Outcome carryOut(Caller caller, Order order, Origin origin) {
        var answer = tokens.refresh(order.product(), order.token());
        for (var attempt = 1; ; attempt++) {
            try {
                return transactions.in(caller, tx -> settle(tx, order, answer, origin));
            } catch (StaleException raced) {
                // nothing was written, and the new token is in no other hands than ours
                if (attempt == ATTEMPTS) {
                    throw raced;
                }
            }
        }
    }

    private Outcome settle(Tx tx, Order order, Refresh answer, Origin origin) {
        var claim = order.claim();
        var connexion = connexions.lock(tx, claim.connexion()).orElse(null);
        if (connexion == null || !renewals.isHeld(tx, claim)) {
            return new Outcome.Overtaken(connexion);
        }
        var now = clock.instant();
        renewals.release(tx, claim, now);
        // the platform may have written another token, or the owner connected anew: that one is worth more than ours
        if (!vault.open(tx, connexion.id()).equals(new TokenVault.Opened.Token(order.token()))) {
            return new Outcome.Overtaken(connexion);
        }
        return switch (answer) {
            case Refresh.Renewed renewed ->
                switch (connexion.renewed(renewed.lease(), policy, now)) {
                    case Change.Refused refused -> new Outcome.Overtaken(connexion);
                    case Change.Accepted accepted -> {
                        var saved = save(tx, accepted);
                        vault.store(tx, saved.id(), renewed.token());
                        yield new Outcome.Renewed(saved);
                    }
                };
            case Refresh.Failed failed ->
                switch (failure(connexion, failed, origin, now)) {
                    case Change.Refused refused -> new Outcome.Overtaken(connexion);
                    case Change.Accepted accepted -> {
                        save(tx, accepted);
                        yield new Outcome.Failed(failed);
                    }
                };
        };
    }

    private Change failure(Connexion connexion, Refresh.Failed failed, Origin origin, Instant now) {
        return switch (origin) {
            case PLAN -> connexion.renewalFailed(failed.why(), failed.notBefore(), policy, now);
            case DEMAND -> connexion.renewalOnDemandFailed(failed.why(), now);
        };
    }

    private Connexion save(Tx tx, Change.Accepted accepted) {
        var saved = connexions.save(tx, accepted.next());
        audit.append(tx, accepted.events());
        return saved;
    }
}
