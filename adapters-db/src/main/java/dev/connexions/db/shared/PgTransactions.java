package dev.connexions.db.shared;

import dev.connexions.application.shared.DatabaseUnavailableException;
import dev.connexions.application.shared.Transactions;
import dev.connexions.application.shared.Tx;
import dev.connexions.domain.shared.Caller;
import dev.connexions.domain.shared.UserId;
import io.helidon.dbclient.DbClient;
import io.helidon.dbclient.DbTransaction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Binds the caller to the transaction before anything else runs in it. */
final class PgTransactions implements Transactions {

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
        var params = Standing.bind(new Params(), caller, systemUser).map();
        var bound = transaction
                .createGet(Standing.BIND)
                .params(params)
                .execute()
                .map(Columns::new)
                .orElseThrow();
        var standing = Standing.of(caller, systemUser, bound);
        return new PgTx(caller, standing.actor(), standing.organisation(), standing.administrator(), transaction);
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
