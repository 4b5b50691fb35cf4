package dev.connexions.db.shared;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.connexions.application.shared.DatabaseUnavailableException;
import dev.connexions.application.shared.Transactions;
import dev.connexions.domain.shared.UserId;
import io.helidon.dbclient.DbClient;
import io.helidon.dbclient.jdbc.JdbcClientBuilder;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/** The connections that serve. Opens without asking the database, so that a service may start before it. */
public final class Database implements AutoCloseable {

    private static final Duration WAIT_FOR_A_CONNECTION = Duration.ofSeconds(2);
    private static final Duration LONGEST_LIFE = Duration.ofMinutes(30);
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(10);

    private final HikariDataSource pool;
    private final HikariDataSource probe;
    private final DbClient client;
    private final Deadlines deadlines = new Deadlines();

    private Database(HikariDataSource pool, HikariDataSource probe) {
        this.pool = pool;
        this.probe = probe;
        this.client = JdbcClientBuilder.create()
                .connectionPool(() -> CommitGuard.over(take(pool)))
                .build();
    }

    public static Database open(DatabaseSettings settings) {
        // the probe has a connection of its own: a busy pool is no dead database
        return new Database(pool("connexions", settings, settings.poolSize()), pool("connexions-probe", settings, 1));
    }

    /** @param systemUser as whom jobs act; an administrator to the platform */
    public Transactions transactions(UserId systemUser) {
        return new PgTransactions(client, systemUser);
    }

    /** @param systemUser as for {@link #transactions} */
    public CallerQueries queries(UserId systemUser) {
        return new CallerQueries(() -> take(pool), pool.getMaximumPoolSize(), deadlines, LONGEST_ANSWER, systemUser);
    }

    /** A connection as the login itself, on behalf of nobody. */
    public Connection connection() {
        return take(pool);
    }

    /** The same connections, for a library that wants to take them itself. */
    public DataSource dataSource() {
        return pool;
    }

    public boolean isUp() {
        try (var connection = take(probe)) {
            return connection.isValid(1);
        } catch (DatabaseUnavailableException | SQLException down) {
            return false;
        }
    }

    @Override
    public void close() {
        probe.close();
        pool.close();
        deadlines.close();
    }

    private static Connection take(HikariDataSource from) {
        try {
            return from.getConnection();
        } catch (SQLException none) {
            throw new DatabaseUnavailableException("no connection to the database", none);
        }
    }

    private static HikariDataSource pool(String name, DatabaseSettings settings, int size) {
        var config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(settings.url());
        config.setUsername(settings.login().user());
        config.setPassword(settings.login().password());
        config.setMaximumPoolSize(size);
        config.setConnectionTimeout(WAIT_FOR_A_CONNECTION.toMillis());
        config.setMaxLifetime(LONGEST_LIFE.toMillis());
        config.setInitializationFailTimeout(-1);
        // the session's zone would otherwise be the machine's
        config.setConnectionInitSql("set time zone 'UTC'");
        config.addDataSourceProperty("ApplicationName", name);
        config.addDataSourceProperty("prepareThreshold", "1");
        // all texts of the service: a statement that falls out is parsed and planned anew
        config.addDataSourceProperty("preparedStatementCacheQueries", "512");
        // the detail of a failure holds the values of the row, tokens among them
        config.addDataSourceProperty("logServerErrorDetail", "false");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("connectTimeout", "2");
        config.addDataSourceProperty("socketTimeout", Long.toString(LONGEST_ANSWER.toSeconds()));
        return new HikariDataSource(config);
    }
}
