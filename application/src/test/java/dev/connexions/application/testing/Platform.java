package dev.connexions.application.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.application.audit.AuditTrail;
import dev.connexions.application.audit.Owners;
import dev.connexions.application.authorization.AuthorizationSessions;
import dev.connexions.application.authorization.ConsentTokens;
import dev.connexions.application.authorization.Grants;
import dev.connexions.application.authorization.Revocations;
import dev.connexions.application.authorization.Siblings;
import dev.connexions.application.connexion.ConnexionReads;
import dev.connexions.application.connexion.ConnexionReads.Filter;
import dev.connexions.application.connexion.ConnexionReads.Position;
import dev.connexions.application.connexion.ConnexionReads.Scope;
import dev.connexions.application.connexion.Connexions;
import dev.connexions.application.idempotency.IdempotencyRecords;
import dev.connexions.application.quota.QuotaLedger;
import dev.connexions.application.quota.Quotas;
import dev.connexions.application.shared.Transactions;
import dev.connexions.application.shared.Tx;
import dev.connexions.application.token.DueRenewals;
import dev.connexions.application.token.TokenVault;
import dev.connexions.domain.authorization.AuthorizationSession;
import dev.connexions.domain.authorization.AuthorizationSessionId;
import dev.connexions.domain.authorization.Grant;
import dev.connexions.domain.connexion.Connexion;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.connexion.NewConnexion;
import dev.connexions.domain.connexion.State;
import dev.connexions.domain.shared.Caller;
import dev.connexions.domain.shared.OrganisationId;
import dev.connexions.domain.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the port contracts run on: the ports of one store, and people whom its platform knows. Implemented once for each
 * store, as an interface of default methods; every test makes its own organisations, so all may share one.
 */
public interface Platform {

    Transactions transactions();

    Connexions connexions();

    ConnexionReads reads();

    AuthorizationSessions sessions();

    Grants grants();

    ConsentTokens consents();

    Siblings siblings();

    Revocations revocations();

    TokenVault vault();

    AuditTrail audit();

    Owners owners();

    Quotas quotas();

    QuotaLedger quotaLedger();

    /** Writes the count as the platform may. */
    void plantCount(ConnexionId connexion, @Nullable Integer usage, @Nullable Instant dayEnd);

    /** The count as the platform reads it. */
    long counted(ConnexionId connexion);

    DueRenewals renewals();

    IdempotencyRecords requests();

    /** As whom jobs act. */
    UserId system();

    /** A new user of the organisation, who is no administrator; the organisation is made if there is none. */
    Caller.User member(OrganisationId organisation);

    /** A new administrator, who may have an organisation as well. */
    Caller.User administrator(@Nullable OrganisationId organisation);

    /** From now on the platform knows the user in this organisation and in no other. */
    void move(Caller.User user, OrganisationId to);

    default Caller.User member() {
        return member(Fixtures.organisation());
    }

    default OrganisationId organisationOf(Caller caller) {
        return read(caller, Tx::requireOrganisation);
    }

    default <T extends @Nullable Object> T read(Caller caller, Function<Tx, T> query) {
        return transactions().in(caller, query);
    }

    default void run(Caller caller, Consumer<Tx> work) {
        transactions().<@Nullable Void>in(caller, tx -> {
            work.accept(tx);
            return null;
        });
    }

    default Connexion add(Caller caller) {
        return add(caller, Fixtures.newConnexion(organisationOf(caller)));
    }

    default Connexion add(Caller caller, NewConnexion connexion) {
        return read(caller, tx -> connexions().add(tx, connexion));
    }

    /** Inside a transaction and without one the same is there. */
    default Optional<Connexion> find(Caller caller, ConnexionId id) {
        var found = read(caller, tx -> connexions().find(tx, id));
        assertThat(reads().find(caller, id)).isEqualTo(found);
        return found;
    }

    default Optional<Connexion> lock(Caller caller, ConnexionId id) {
        return read(caller, tx -> connexions().lock(tx, id));
    }

    /** The first of them, as of {@link Fixtures#NOW}. */
    default List<Connexion> list(Caller caller, Filter filter, @Nullable Position after, int limit) {
        return reads().list(caller, Scope.ORGANISATION, filter, after, limit, Fixtures.NOW)
                .items();
    }

    default List<Connexion> list(Caller caller) {
        return list(caller, Filter.NONE, null, 200);
    }

    default TokenVault.Opened open(Caller caller, ConnexionId connexion) {
        return read(caller, tx -> vault().open(tx, connexion));
    }

    default Optional<Grant> grant(Caller caller, LoginProduct product, String metaUserId) {
        return read(caller, tx -> grants().of(tx, product, metaUserId));
    }

    /** Puts it into the state, with the grant that its link names and a token where it needs one. */
    default Connexion put(Caller caller, Connexion connexion, State state) {
        return read(caller, tx -> {
            state.linked().ifPresent(link -> {
                if (link.grant() != null) {
                    grants().save(tx, Fixtures.grant(connexion.organisation(), link, link.grant()));
                }
            });
            connexions().save(tx, Fixtures.with(connexion, state));
            state.linked().ifPresent(link -> vault().store(tx, connexion.id(), Fixtures.token()));
            return connexions().find(tx, connexion.id()).orElseThrow();
        });
    }

    default Optional<AuthorizationSession> find(Caller caller, AuthorizationSessionId id) {
        return read(caller, tx -> sessions().find(tx, id));
    }

    default Optional<AuthorizationSession> lock(Caller caller, AuthorizationSessionId id) {
        return read(caller, tx -> sessions().lock(tx, id));
    }

    default int countPending(Caller caller) {
        return read(caller, tx -> sessions().countPending(tx, Fixtures.NOW));
    }

    default AuthorizationSession save(Caller caller, AuthorizationSession session) {
        return read(caller, tx -> {
            sessions().save(tx, session);
            return sessions().find(tx, session.id()).orElseThrow();
        });
    }
}
