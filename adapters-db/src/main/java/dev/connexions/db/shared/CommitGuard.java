package dev.connexions.db.shared;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/**
 * PostgreSQL answers the commit of a transaction in which a statement failed with a rollback, and the driver says nothing of
 * it: work that swallowed the failure would be taken for done.
 */
final class CommitGuard implements InvocationHandler {

    private static final String IN_FAILED_TRANSACTION = "25P02";

    private final Connection connection;

    private CommitGuard(Connection connection) {
        this.connection = connection;
    }

    static Connection over(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                CommitGuard.class.getClassLoader(), new Class<?>[] {Connection.class}, new CommitGuard(connection));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        if (method.getName().equals("commit")
                && connection.unwrap(BaseConnection.class).getTransactionState() == TransactionState.FAILED) {
            throw new SQLException("a statement of this transaction failed", IN_FAILED_TRANSACTION);
        }
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getTargetException();
        }
    }
}
