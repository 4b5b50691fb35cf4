package dev.connexions.db.shared;

import dev.connexions.application.shared.DatabaseUnavailableException;
import dev.connexions.application.shared.NoOrganisationException;
import dev.connexions.application.shared.Transactions;
import dev.connexions.application.shared.Tx;
import dev.connexions.domain.audit.Actor;
import dev.connexions.domain.shared.Caller;
import dev.connexions.domain.shared.OrganisationId;
import dev.connexions.domain.shared.UserId;
import io.helidon.dbclient.DbClient;
import io.helidon.dbclient.DbTransaction;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Binds the caller to the transaction before anything else runs in it. The third argument of {@code set_config} makes
 * each setting die with the transaction, so a pooled connection carries nothing over. The two functions get the user as
 * an argument: nothing says in which order a select list is evaluated, so they must not read the claims set beside them.
 */
final class PgTransactions implements Transactions {

    private static final String BEGIN = """
        select set_config('role', 'authenticated', true),
               set_config('request.jwt.claims', :claims, true),
               public.get_user_organisation_id(cast(:user as uuid)) as organisation_id,
               public.is_admin_presenca(cast(:user as uuid)) as administrator
        """;

    private final DbClient client;
    private final UserId systemUser;

    PgTransactions(DbClient client, UserId systemUser) {
        this.client = client;
        this.systemUser = systemUser;
    }

    @Override
    public <T extends @Nullable Object> T in(Caller caller, Function<Tx, T> work) {
        var transaction = client.transaction();
        var tx = begin(transaction, caller);
        T result;
        try {
            result = work.apply(tx);
        } catch (RuntimeException failure) {
            rollBack(transaction, failure);
            throw Failures.translate(failure);
        } catch (Error failure) {
            rollBack(transaction, failure);
            throw failure;
        } finally {
            tx.end();
        }
        commit(transaction);
        return result;
    }

    private PgTx begin(DbTransaction transaction, Caller caller) {
        try {
            return bind(transaction, caller);
        } catch (DatabaseUnavailableException noConnection) {
            throw noConnection;
        } catch (RuntimeException failure) {
            rollBack(transaction, failure);
            throw Failures.translate(failure);
        }
    }

    private PgTx bind(DbTransaction transaction, Caller caller) {
        return switch (caller) {
            case Caller.User user -> {
                var known = claim(transaction, user.id());
                if (known.organisation().isEmpty() && !known.administrator()) {
                    throw new NoOrganisationException();
                }
                var kind = known.administrator() ? Actor.Kind.ADMINISTRATOR : Actor.Kind.USER;
                yield new PgTx(
                        caller,
                        new Actor(kind, user.id(), null),
                        known.organisation(),
                        known.administrator(),
                        transaction);
            }
            case Caller.Job job -> {
                var known = claim(transaction, systemUser);
                yield new PgTx(
                        caller,
                        new Actor(Actor.Kind.SYSTEM, systemUser, null),
                        Optional.ofNullable(job.organisation()),
                        known.administrator(),
                        transaction);
            }
        };
    }

    /** What the platform says of the user whom the transaction now acts as. */
    private record Membership(Optional<OrganisationId> organisation, boolean administrator) {}

    private static Membership claim(DbTransaction transaction, UserId user) {
        var sub = user.value().toString();
        var row = transaction
                .createGet(BEGIN)
                .addParam("claims", "{\"sub\":\"" + sub + "\",\"role\":\"authenticated\"}")
                .addParam("user", sub)
                .execute()
                .map(Columns::new)
                .orElseThrow();
        return new Membership(
                Optional.ofNullable(row.uuidOrNull("organisation_id")).map(OrganisationId::new),
                Boolean.TRUE.equals(row.flagOrNull("administrator")));
    }

    private static void commit(DbTransaction transaction) {
        try {
            transaction.commit();
        } catch (RuntimeException failure) {
            throw Failures.translate(failure);
        }
    }

    /** A second failure is added to the first and never takes its place. */
    private static void rollBack(DbTransaction transaction, Throwable failure) {
        try {
            transaction.rollback();
        } catch (RuntimeException second) {
            failure.addSuppressed(second);
        }
    }
}
