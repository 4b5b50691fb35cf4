package dev.connexions.bootstrap.wiring;

import dev.connexions.application.audit.ActAsAdministrator;
import dev.connexions.application.audit.AuditTrail;
import dev.connexions.application.audit.ReadAuditTrail;
import dev.connexions.application.audit.RefuseAccess;
import dev.connexions.application.authorization.BeginConsent;
import dev.connexions.application.authorization.ChooseAccount;
import dev.connexions.application.authorization.ChooseInBrowser;
import dev.connexions.application.authorization.CompleteAuthorization;
import dev.connexions.application.authorization.EraseConnexion;
import dev.connexions.application.authorization.InstagramLogin;
import dev.connexions.application.authorization.OpenAuthorizationSession;
import dev.connexions.application.authorization.ReturnUrls;
import dev.connexions.application.authorization.ShowAuthorizationSession;
import dev.connexions.application.authorization.ShowGrant;
import dev.connexions.application.connexion.Connexions;
import dev.connexions.application.connexion.CreateConnexion;
import dev.connexions.application.connexion.ListConnexions;
import dev.connexions.application.connexion.ShowConnexion;
import dev.connexions.application.connexion.SwitchConnexion;
import dev.connexions.application.connexion.UpdateConnexion;
import dev.connexions.application.idempotency.BeginRequest;
import dev.connexions.application.idempotency.FinishRequest;
import dev.connexions.application.quota.QuotaLedger;
import dev.connexions.application.quota.ReleaseReservation;
import dev.connexions.application.quota.ReserveQuota;
import dev.connexions.application.quota.SetDailyLimit;
import dev.connexions.application.quota.ShowQuota;
import dev.connexions.application.quota.ShowReservation;
import dev.connexions.application.quota.SpendReservation;
import dev.connexions.application.shared.Transactions;
import dev.connexions.application.shared.WhoAmI;
import dev.connexions.application.token.InstagramTokens;
import dev.connexions.application.token.ReadAccessToken;
import dev.connexions.application.token.RefreshToken;
import dev.connexions.db.audit.PgAuditTrail;
import dev.connexions.db.audit.PgOwners;
import dev.connexions.db.authorization.PgAuthorizationSessions;
import dev.connexions.db.authorization.PgGrants;
import dev.connexions.db.authorization.PgRevocations;
import dev.connexions.db.connexion.PgConnexionReads;
import dev.connexions.db.connexion.PgConnexions;
import dev.connexions.db.idempotency.PgIdempotencyRecords;
import dev.connexions.db.quota.PgQuotaLedger;
import dev.connexions.db.quota.PgQuotas;
import dev.connexions.db.shared.CallerQueries;
import dev.connexions.db.token.KeyRing;
import dev.connexions.db.token.PgDueRenewals;
import dev.connexions.db.token.PgTokenVault;
import dev.connexions.domain.quota.CivilDay;
import dev.connexions.domain.token.RenewalPolicy;
import dev.connexions.web.UseCases;
import dev.connexions.web.connexion.ConnexionRoutes;
import dev.connexions.web.quota.QuotaRoutes;
import java.time.InstantSource;

/** Every use case, on PostgreSQL. */
final class UseCasesOf {

    private UseCasesOf() {}

    static UseCases the(
            Transactions transactions,
            CallerQueries queries,
            KeyRing keys,
            InstagramLogin login,
            InstagramTokens tokens,
            RenewalPolicy policy,
            ReturnUrls returnUrls,
            InstantSource clock,
            CivilDay day) {
        var connexions = new PgConnexions(keys);
        var reads = new PgConnexionReads(queries, keys);
        var sessions = new PgAuthorizationSessions();
        var grants = new PgGrants();
        var vault = new PgTokenVault(keys);
        var audit = new PgAuditTrail();
        var requests = new PgIdempotencyRecords();
        var connecting = ConnectingOf.the(transactions, keys, login, policy, clock);
        var choose = new ChooseAccount(transactions, sessions, connexions, connecting, clock);
        return new UseCases(
                new WhoAmI(transactions),
                new ConnexionRoutes.UseCases(
                        new CreateConnexion(transactions, connexions, audit, clock),
                        new ShowConnexion(reads),
                        new ListConnexions(reads, clock),
                        new SwitchConnexion(transactions, connexions, audit, clock),
                        new UpdateConnexion(transactions, connexions, audit, clock),
                        new EraseConnexion(
                                transactions, connexions, sessions, grants, new PgRevocations(), audit, clock)),
                new OpenAuthorizationSession(transactions, connexions, sessions, audit, login, returnUrls, clock),
                new ShowAuthorizationSession(transactions, sessions, connexions),
                new BeginConsent(transactions, sessions, connexions, login, clock),
                new CompleteAuthorization(transactions, sessions, connecting, login, clock),
                choose,
                new ChooseInBrowser(transactions, sessions, choose, clock),
                new ShowGrant(transactions, grants, connexions),
                new ReadAccessToken(transactions, connexions, vault, audit, clock),
                new ReadAuditTrail(transactions, connexions::has, audit),
                new RefuseAccess(transactions, connexions::has, audit, clock),
                new ActAsAdministrator(transactions, new PgOwners(), audit, clock),
                quota(transactions, connexions, audit, clock, new PgQuotaLedger(queries), day),
                new RefreshToken(transactions, connexions, vault, new PgDueRenewals(), audit, tokens, policy, clock),
                new BeginRequest(transactions, requests, audit, new PgQuotas(), clock),
                new FinishRequest(transactions, requests, clock));
    }

    private static QuotaRoutes.UseCases quota(
            Transactions transactions,
            Connexions connexions,
            AuditTrail audit,
            InstantSource clock,
            QuotaLedger ledger,
            CivilDay day) {
        var quotas = new PgQuotas();
        return new QuotaRoutes.UseCases(
                day,
                new ShowQuota(transactions, quotas, day, clock),
                new SetDailyLimit(transactions, connexions, quotas, audit, day, clock),
                new ReserveQuota(ledger, transactions, quotas, audit, day, clock),
                new ShowReservation(transactions, quotas, day, clock),
                new SpendReservation(transactions, quotas, day, clock),
                new ReleaseReservation(transactions, quotas, day, clock));
    }
}
