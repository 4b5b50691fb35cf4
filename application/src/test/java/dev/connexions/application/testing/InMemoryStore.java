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
import dev.connexions.application.testing.InMemoryTransactions.Membership;
import dev.connexions.application.token.DueRenewals;
import dev.connexions.application.token.ForeignTokens;
import dev.connexions.application.token.TokenVault;
import dev.connexions.application.token.UnreadableTokens;
import dev.connexions.domain.authorization.AuthorizationSessionId;
import dev.connexions.domain.connexion.Connexion;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.connexion.GrantId;
import dev.connexions.domain.shared.AccessToken;
import dev.connexions.domain.shared.Caller;
import dev.connexions.domain.shared.OrganisationId;
import dev.connexions.domain.shared.UserId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The ports that keep something, in memory, with what PostgreSQL gives them: isolation, rollback, optimistic locks. */
public final class InMemoryStore {

    private final UserId system = new UserId(UUID.randomUUID());
    private final InMemoryTransactions transactions;
    private final Connexions connexions = new InMemoryConnexions();
    private final AuthorizationSessions sessions = new InMemoryAuthorizationSessions();
    private final Grants grants = new InMemoryGrants();
    private final ConsentTokens consents = new InMemoryConsentTokens();
    private final Siblings siblings = new InMemorySiblings();
    private final Revocations revocations = new InMemoryRevocations();
    private final TokenVault vault = new InMemoryTokenVault();
    private final UnreadableTokens unreadableTokens = new InMemoryUnreadableTokens();
    private final ForeignTokens foreignTokens = new InMemoryForeignTokens();
    private final Owners owners = new InMemoryOwners();
    private final DueRenewals renewals = new InMemoryDueRenewals();
    private final AuditTrail audit = new InMemoryAuditTrail();
    private final Quotas quotas = new InMemoryQuotas();
    private final IdempotencyRecords requests = new InMemoryIdempotencyRecords();

    /** @param clock fills the stamps; everything else gets its time from the caller */
    public InMemoryStore(InstantSource clock) {
        transactions = new InMemoryTransactions(system, clock);
    }

    public Transactions transactions() {
        return transactions;
    }

    public Connexions connexions() {
        return connexions;
    }

    public ConnexionReads reads() {
        return reads(transactions);
    }

    /** The same, but for its transactions. */
    public ConnexionReads reads(Transactions others) {
        return new InMemoryConnexionReads(others, connexions);
    }

    public AuthorizationSessions sessions() {
        return sessions;
    }

    public Grants grants() {
        return grants;
    }

    public ConsentTokens consents() {
        return consents;
    }

    public Siblings siblings() {
        return siblings;
    }

    public Revocations revocations() {
        return revocations;
    }

    public TokenVault vault() {
        return vault;
    }

    public UnreadableTokens unreadableTokens() {
        return unreadableTokens;
    }

    public ForeignTokens foreignTokens() {
        return foreignTokens;
    }

    public Owners owners() {
        return owners;
    }

    public DueRenewals renewals() {
        return renewals;
    }

    public AuditTrail audit() {
        return audit;
    }

    public Quotas quotas() {
        return quotas;
    }

    public QuotaLedger quotaLedger() {
        return new InMemoryQuotaLedger(transactions, quotas);
    }

    /** The count as the platform may write it. */
    public void plantCount(ConnexionId connexion, @Nullable Integer usage, @Nullable Instant dayEnd) {
        transactions.tamper(tables -> tables.counts().put(connexion, new Tables.Count(usage, dayEnd, null, null)));
    }

    /** The count as the platform reads it. */
    public long counted(ConnexionId connexion) {
        var counted = new AtomicLong();
        transactions.tamper(tables -> counted.set(
                tables.counts().getOrDefault(connexion, Tables.Count.NONE).counted()));
        return counted.get();
    }

    public IdempotencyRecords requests() {
        return requests;
    }

    /** As whom jobs act. */
    public UserId system() {
        return system;
    }

    /** The platform knows this user, from now on in this organisation and in no other. */
    public Caller.User register(Caller.User user, OrganisationId organisation) {
        transactions.register(user.id(), new Membership(organisation, false));
        return user;
    }

    public Caller.User registerAdministrator(Caller.User user, @Nullable OrganisationId organisation) {
        transactions.register(user.id(), new Membership(organisation, true));
        return user;
    }

    public Caller.User operator(OrganisationId organisation) {
        return register(Fixtures.operator(), organisation);
    }

    /** A row as it is given, even one that says what no connexion of ours would: the platform writes rows as well. */
    public void plant(Connexion row) {
        transactions.tamper(tables -> tables.connexions().put(row.id(), row));
    }

    /** The row as it is stored, whoever asks. */
    public Connexion row(ConnexionId id) {
        var found = new AtomicReference<@Nullable Connexion>();
        transactions.tamper(tables -> found.set(tables.connexions().get(id)));
        return Objects.requireNonNull(found.get());
    }

    public boolean isInClear(ConnexionId id) {
        var found = new AtomicBoolean();
        transactions.tamper(tables -> found.set(tables.clear().contains(id)));
        return found.get();
    }

    /** The platform writes a token past us, or whatever it takes for one. */
    public void writeInClear(ConnexionId connexion, String token) {
        transactions.tamper(tables -> {
            tables.tokens().put(connexion, clear(token));
            tables.clear().add(connexion);
        });
    }

    private static TokenVault.Opened clear(String text) {
        try {
            return new TokenVault.Opened.Token(new AccessToken(text));
        } catch (IllegalArgumentException none) {
            return new TokenVault.Opened.Unreadable();
        }
    }

    /** The connexion's token no longer opens, as after the loss of its key. */
    public void spoilToken(ConnexionId connexion) {
        transactions.tamper(tables -> tables.tokens().put(connexion, new TokenVault.Opened.Unreadable()));
    }

    /** The same of the consent's token that a session keeps. */
    public void spoilToken(AuthorizationSessionId session) {
        transactions.tamper(tables -> tables.sessionTokens().put(session, new TokenVault.Opened.Unreadable()));
    }

    /** The same of the consent's token that a grant keeps. */
    public void spoilToken(GrantId grant) {
        transactions.tamper(tables -> tables.grantTokens().put(grant, new TokenVault.Opened.Unreadable()));
    }

    public void loseToken(ConnexionId connexion) {
        transactions.tamper(tables -> tables.tokens().remove(connexion));
    }

    boolean isInTransaction() {
        return transactions.isOpenOnThisThread();
    }
}
