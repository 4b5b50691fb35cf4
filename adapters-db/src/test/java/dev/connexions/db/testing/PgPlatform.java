package dev.connexions.db.testing;

import dev.connexions.application.audit.AuditTrail;
import dev.connexions.application.audit.Owners;
import dev.connexions.application.authorization.AuthorizationSessions;
import dev.connexions.application.authorization.Grants;
import dev.connexions.application.connexion.ConnexionReads;
import dev.connexions.application.connexion.Connexions;
import dev.connexions.application.shared.Transactions;
import dev.connexions.application.testing.Fixtures;
import dev.connexions.application.testing.Platform;
import dev.connexions.application.token.TokenVault;
import dev.connexions.db.audit.PgAuditTrail;
import dev.connexions.db.audit.PgOwners;
import dev.connexions.db.authorization.PgAuthorizationSessions;
import dev.connexions.db.authorization.PgGrants;
import dev.connexions.db.connexion.PgConnexionReads;
import dev.connexions.db.connexion.PgConnexions;
import dev.connexions.db.shared.Database;
import dev.connexions.db.token.KeyRing;
import dev.connexions.db.token.PgTokenVault;
import dev.connexions.domain.shared.Caller;
import dev.connexions.domain.shared.OrganisationId;
import dev.connexions.domain.shared.UserId;
import org.jspecify.annotations.Nullable;

/** The ports on PostgreSQL, as the application's login: run as the owner, the contracts would prove nothing. */
public interface PgPlatform extends Platform {

    TestDatabase DATABASE = TestDatabase.shared();
    KeyRing KEYS = KeyRing.generate();
    Database POOL = Database.open(DATABASE.settings());

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
