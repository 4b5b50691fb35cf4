package dev.connexions.db.testing;

import dev.connexions.application.audit.AuditTrail;
import dev.connexions.application.audit.Owners;
import dev.connexions.application.authorization.AuthorizationSessions;
import dev.connexions.application.authorization.ConsentTokens;
import dev.connexions.application.authorization.Grants;
import dev.connexions.application.authorization.Revocations;
import dev.connexions.application.authorization.Siblings;
import dev.connexions.application.connexion.ConnexionReads;
import dev.connexions.application.connexion.Connexions;
import dev.connexions.application.idempotency.IdempotencyRecords;
import dev.connexions.application.quota.QuotaLedger;
import dev.connexions.application.quota.Quotas;
import dev.connexions.application.shared.Transactions;
import dev.connexions.application.testing.Fixtures;
import dev.connexions.application.testing.Platform;
import dev.connexions.application.token.DueRenewals;
import dev.connexions.application.token.TokenVault;
import dev.connexions.db.audit.PgAuditTrail;
import dev.connexions.db.audit.PgOwners;
import dev.connexions.db.authorization.PgAuthorizationSessions;
import dev.connexions.db.authorization.PgGrants;
import dev.connexions.db.authorization.PgRevocations;
import dev.connexions.db.authorization.PgSiblings;
import dev.connexions.db.connexion.PgConnexionReads;
import dev.connexions.db.connexion.PgConnexions;
import dev.connexions.db.idempotency.PgIdempotencyRecords;
import dev.connexions.db.quota.PgQuotaLedger;
import dev.connexions.db.quota.PgQuotas;
import dev.connexions.db.shared.Database;
import dev.connexions.db.token.KeyRing;
import dev.connexions.db.token.PgConsentTokens;
import dev.connexions.db.token.PgDueRenewals;
import dev.connexions.db.token.PgTokenVault;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.shared.Caller;
import dev.connexions.domain.shared.OrganisationId;
import dev.connexions.domain.shared.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The ports on PostgreSQL, as the application's login: run as the owner, the contracts would prove nothing. */
public interface PgPlatform extends Platform {

    TestDatabase DATABASE = TestDatabase.shared();
    KeyRing KEYS = KeyRing.generate();
    Database POOL = Database.open(DATABASE.settings());
    QuotaLedger LEDGER = new PgQuotaLedger(POOL.queries(DATABASE.systemUser()));

    @Override
    default Transactions transactions() {
        return POOL.transactions(DATABASE.systemUser());
    }

    @Override
    default Connexions connexions() {
        return new PgConnexions(KEYS);
    }

    @Override
    default ConnexionReads reads() {
        return new PgConnexionReads(POOL.queries(DATABASE.systemUser()), KEYS);
    }

    @Override
    default AuthorizationSessions sessions() {
        return new PgAuthorizationSessions();
    }

    @Override
    default Grants grants() {
        return new PgGrants();
    }

    @Override
    default ConsentTokens consents() {
        return new PgConsentTokens(KEYS);
    }

    @Override
    default Siblings siblings() {
        return new PgSiblings();
    }

    @Override
    default Revocations revocations() {
        return new PgRevocations();
    }

    @Override
    default TokenVault vault() {
        return new PgTokenVault(KEYS);
    }

    @Override
    default Owners owners() {
        return new PgOwners();
    }

    @Override
    default AuditTrail audit() {
        return new PgAuditTrail();
    }

    @Override
    default Quotas quotas() {
        return new PgQuotas();
    }

    @Override
    default QuotaLedger quotaLedger() {
        return LEDGER;
    }

    @Override
    default void plantCount(ConnexionId connexion, @Nullable Integer usage, @Nullable Instant dayEnd) {
        DATABASE.sql("update public.instagram_connexion set instagram_usage_quotidien = " + usage
                + ", instagram_reset_quota_at = " + (dayEnd == null ? "null" : "'" + dayEnd + "'")
                + " where instagram_connexion_id = '" + connexion.value() + "'");
    }

    @Override
    default long counted(ConnexionId connexion) {
        try (var superuser = Psql.at(DATABASE.superuserUrl())) {
            return Long.parseLong(String.valueOf(superuser.one("select coalesce(instagram_usage_quotidien, 0)"
                    + " from public.instagram_connexion where instagram_connexion_id = '" + connexion.value() + "'")));
        }
    }

    @Override
    default DueRenewals renewals() {
        return new PgDueRenewals();
    }

    @Override
    default IdempotencyRecords requests() {
        return new PgIdempotencyRecords();
    }

    @Override
    default UserId system() {
        return DATABASE.systemUser();
    }

    @Override
    default Caller.User member(OrganisationId organisation) {
        var user = Fixtures.operator();
        DATABASE.register(user.id(), organisation, false);
        return user;
    }

    @Override
    default Caller.User administrator(@Nullable OrganisationId organisation) {
        var user = Fixtures.operator();
        DATABASE.register(user.id(), organisation, true);
        return user;
    }

    @Override
    default void move(Caller.User user, OrganisationId to) {
        DATABASE.register(user.id(), to, false);
    }
}
