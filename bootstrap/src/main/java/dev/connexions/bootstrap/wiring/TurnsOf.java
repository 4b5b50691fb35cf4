package dev.connexions.bootstrap.wiring;

import dev.connexions.application.authorization.InstagramLogin;
import dev.connexions.application.authorization.ResumeAuthorizations;
import dev.connexions.application.authorization.RevokeConsents;
import dev.connexions.application.authorization.VerifySiblings;
import dev.connexions.application.idempotency.ForgetKeys;
import dev.connexions.application.quota.LapseReservations;
import dev.connexions.application.shared.Transactions;
import dev.connexions.application.token.AdoptTokens;
import dev.connexions.application.token.ExpireTokens;
import dev.connexions.application.token.InstagramTokens;
import dev.connexions.application.token.NoteUnreadableTokens;
import dev.connexions.application.token.PlanRenewals;
import dev.connexions.application.token.RenewDueTokens;
import dev.connexions.db.audit.PgAuditTrail;
import dev.connexions.db.authorization.PgAuthorizationSessions;
import dev.connexions.db.authorization.PgRevocations;
import dev.connexions.db.background.Turn;
import dev.connexions.db.connexion.PgConnexions;
import dev.connexions.db.idempotency.PgIdempotencyRecords;
import dev.connexions.db.quota.PgQuotas;
import dev.connexions.db.token.KeyRing;
import dev.connexions.db.token.PgDueRenewals;
import dev.connexions.db.token.PgForeignTokens;
import dev.connexions.db.token.PgTokenVault;
import dev.connexions.db.token.PgUnreadableTokens;
import dev.connexions.domain.token.RenewalPolicy;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** Every kind of background work, on PostgreSQL. The names are kept in the database: a new name is a new kind. */
final class TurnsOf {

    private static final Logger LOG = System.getLogger(TurnsOf.class.getName());
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration LATER = Duration.ofMinutes(1);

    private TurnsOf() {}

    static List<Turn> the(
            Transactions transactions,
            KeyRing keys,
            InstagramLogin login,
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
        var adopt = new AdoptTokens(transactions, connexions, new PgForeignTokens(keys));
        var note = new NoteUnreadableTokens(transactions, connexions, new PgUnreadableTokens(keys), clock);
        var lapse = new LapseReservations(transactions, new PgQuotas(), clock);
        var forget = new ForgetKeys(transactions, new PgIdempotencyRecords(), clock);
        var connecting = ConnectingOf.the(transactions, keys, login, policy, clock);
        var resume = new ResumeAuthorizations(transactions, new PgAuthorizationSessions(), connecting, clock);
        var verify = ConnectingOf.siblings(transactions, keys, login, policy, clock);
        var revoke = new RevokeConsents(transactions, new PgRevocations(), audit, login, clock);
        return List.of(
                new Turn("resume-authorizations", SOON, ResumeAuthorizations.BATCH, resume::turn),
                new Turn("verify-siblings", SOON, VerifySiblings.BATCH, verify::turn),
                new Turn("revoke-consents", SOON, RevokeConsents.BATCH, revoke::turn),
                new Turn("adopt-tokens", SOON, 1, () -> sealed(adopt.turn())),
                new Turn("note-unreadable-tokens", LATER, NoteUnreadableTokens.ROWS, note::turn),
                new Turn("lapse-reservations", SOON, LapseReservations.BATCH, lapse::turn),
                new Turn("forget-idempotency-keys", LATER, Integer.MAX_VALUE, forget::turn),
                new Turn("plan-renewals", LATER, PlanRenewals.ROWS, plan::turn),
                new Turn("renew-tokens", SOON, RenewDueTokens.BATCH, renew::turn),
                new Turn("expire-tokens", SOON, ExpireTokens.BATCH, expire::turn));
    }

    /** @return 1 while there is more to look at, whatever came of this turn */
    private static int sealed(AdoptTokens.Result result) {
        if (result.sealed() > 0) {
            LOG.log(
                    Level.INFO,
                    "sealed {0} tokens that the platform had written in clear text",
                    Integer.toString(result.sealed()));
        }
        return result.more() ? 1 : 0;
    }
}
