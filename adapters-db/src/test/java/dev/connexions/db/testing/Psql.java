package dev.connexions.db.testing;

import dev.connexions.domain.shared.UserId;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Raw SQL, as somebody at the database's prompt would type it. */
public final class Psql implements AutoCloseable {

    private final Connection connection;

    private Psql(Connection connection) {
        this.connection = connection;
    }

    public static Psql at(String url) {
        try {
            return new Psql(DriverManager.getConnection(url));
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Begins a transaction in which the rest is done as this caller; without one, as authenticated with no claims. */
    public Psql as(@Nullable UserId caller) {
        run("begin");
        run("set local role authenticated");
        if (caller != null) {
            run("select set_config('request.jwt.claims', '{\"sub\":\"" + caller.value() + "\"}', true)");
        }
        return this;
    }

    public void run(String sql) {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    public int update(String sql) {
        try (var statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The SQLSTATE with which it fails, or 00000. */
    public String failureOf(String sql) {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
            return "00000";
        } catch (SQLException failure) {
            return failure.getSQLState();
        }
    }

    public @Nullable String one(String sql) {
        var rows = rows(sql);
        if (rows.size() != 1) {
            throw new IllegalStateException(rows.size() + " rows of " + sql);
        }
        return rows.getFirst().getFirst();
    }

    /** Each row's columns as text. */
    public List<List<@Nullable String>> rows(String sql) {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            var rows = new ArrayList<List<@Nullable String>>();
            while (result.next()) {
                var row = new ArrayList<@Nullable String>();
                for (var i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(result.getString(i));
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The first column as text. */
    public List<@Nullable String> column(String sql) {
        var column = new ArrayList<@Nullable String>();
        for (var row : rows(sql)) {
            column.add(row.getFirst());
        }
        return column;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
