package dev.connexions.bootstrap.wiring;

import dev.connexions.application.shared.Transactions;
import dev.connexions.application.token.ExpireTokens;
import dev.connexions.application.token.InstagramTokens;
import dev.connexions.application.token.PlanRenewals;
import dev.connexions.application.token.RenewDueTokens;
import dev.connexions.db.audit.PgAuditTrail;
import dev.connexions.db.background.Turn;
import dev.connexions.db.connexion.PgConnexions;
import dev.connexions.db.token.KeyRing;
import dev.connexions.db.token.PgDueRenewals;
import dev.connexions.db.token.PgTokenVault;
import dev.connexions.domain.token.RenewalPolicy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** Every kind of background work, on PostgreSQL. The names are kept in the database: a new name is a new kind. */
final class TurnsOf {

    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration LATER = Duration.ofMinutes(1);

    private TurnsOf() {}

    static List<Turn> the(
            Transactions transactions,
            KeyRing keys,
            InstagramTokens tokens,
            RenewalPolicy policy,
            InstantSource clock) {
        var connexions = new PgConnexions(keys);
        var vault = new PgTokenVault(keys);
        var renewals = new PgDueRenewals();
        var audit = new PgAuditTrail();
        var plan = new PlanRenewals(transactions, connexions, renewals, policy, clock);
        var renew = new RenewDueTokens(transactions, connexions, vault, renewals, audit, tokens, policy, clock);
        var expire = new ExpireTokens(transactions, connexions, renewals, audit, clock);
        return List.of(
                new Turn("plan-renewals", LATER, PlanRenewals.ROWS, plan::turn),
                new Turn("renew-tokens", SOON, RenewDueTokens.BATCH, renew::turn),
                new Turn("expire-tokens", SOON, ExpireTokens.BATCH, expire::turn));
    }
}
