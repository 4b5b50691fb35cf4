package dev.connexions.bootstrap.wiring;

import dev.connexions.application.authorization.Connecting;
import dev.connexions.application.authorization.InstagramLogin;
import dev.connexions.application.authorization.Links;
import dev.connexions.application.authorization.VerifySiblings;
import dev.connexions.application.shared.Transactions;
import dev.connexions.db.audit.PgAuditTrail;
import dev.connexions.db.authorization.PgAuthorizationSessions;
import dev.connexions.db.authorization.PgGrants;
import dev.connexions.db.authorization.PgRevocations;
import dev.connexions.db.authorization.PgSiblings;
import dev.connexions.db.connexion.PgConnexions;
import dev.connexions.db.token.KeyRing;
import dev.connexions.db.token.PgConsentTokens;
import dev.connexions.db.token.PgTokenVault;
import dev.connexions.domain.token.RenewalPolicy;
import java.time.InstantSource;

/** What goes from a consent to a connexion, on PostgreSQL. */
final class ConnectingOf {

    private ConnectingOf() {}

    static Connecting the(
            Transactions transactions, KeyRing keys, InstagramLogin login, RenewalPolicy policy, InstantSource clock) {
        return new Connecting(
                transactions,
                new PgAuthorizationSessions(),
                new PgConnexions(keys),
                new PgConsentTokens(keys),
                links(keys, policy),
                new PgRevocations(),
                new PgAuditTrail(),
                login,
                clock);
    }

    static VerifySiblings siblings(
            Transactions transactions, KeyRing keys, InstagramLogin login, RenewalPolicy policy, InstantSource clock) {
        return new VerifySiblings(
                transactions,
                new PgConnexions(keys),
                new PgGrants(),
                new PgConsentTokens(keys),
                new PgSiblings(),
                links(keys, policy),
                login,
                clock);
    }

    private static Links links(KeyRing keys, RenewalPolicy policy) {
        return new Links(
                new PgConnexions(keys),
                new PgGrants(),
                new PgConsentTokens(keys),
                new PgSiblings(),
                new PgTokenVault(keys),
                new PgAuditTrail(),
                policy);
    }
}
