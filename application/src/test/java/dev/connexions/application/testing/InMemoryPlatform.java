package dev.connexions.application.testing;

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
import dev.connexions.application.token.DueRenewals;
import dev.connexions.application.token.TokenVault;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.shared.Caller;
import dev.connexions.domain.shared.OrganisationId;
import dev.connexions.domain.shared.UserId;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** One store in memory, shared by every contract. Its clock ticks, as a database's does between transactions. */
public interface InMemoryPlatform extends Platform {

    InMemoryStore STORE = new InMemoryStore(ticking());

    private static InstantSource ticking() {
        var ticks = new AtomicLong();
        return () -> Fixtures.NOW.plus(ticks.incrementAndGet(), ChronoUnit.MICROS);
    }

    @Override
    default Transactions transactions() {
        return STORE.transactions();
    }

    @Override
    default Connexions connexions() {
        return STORE.connexions();
    }

    @Override
    default ConnexionReads reads() {
        return STORE.reads();
    }

    @Override
    default AuthorizationSessions sessions() {
        return STORE.sessions();
    }

    @Override
    default Grants grants() {
        return STORE.grants();
    }

    @Override
    default ConsentTokens consents() {
        return STORE.consents();
    }

    @Override
    default Siblings siblings() {
        return STORE.siblings();
    }

    @Override
    default Revocations revocations() {
        return STORE.revocations();
    }

    @Override
    default TokenVault vault() {
        return STORE.vault();
    }

    @Override
    default Owners owners() {
        return STORE.owners();
    }

    @Override
    default AuditTrail audit() {
        return STORE.audit();
    }

    @Override
    default Quotas quotas() {
        return STORE.quotas();
    }

    @Override
    default QuotaLedger quotaLedger() {
        return STORE.quotaLedger();
    }

    @Override
    default void plantCount(ConnexionId connexion, @Nullable Integer usage, @Nullable Instant dayEnd) {
        STORE.plantCount(connexion, usage, dayEnd);
    }

    @Override
    default long counted(ConnexionId connexion) {
        return STORE.counted(connexion);
    }

    @Override
    default DueRenewals renewals() {
        return STORE.renewals();
    }

    @Override
    default IdempotencyRecords requests() {
        return STORE.requests();
    }

    @Override
    default UserId system() {
        return STORE.system();
    }

    @Override
    default Caller.User member(OrganisationId organisation) {
        return STORE.operator(organisation);
    }

    @Override
    default Caller.User administrator(@Nullable OrganisationId organisation) {
        return STORE.registerAdministrator(Fixtures.operator(), organisation);
    }

    @Override
    default void move(Caller.User user, OrganisationId to) {
        STORE.register(user, to);
    }
}
