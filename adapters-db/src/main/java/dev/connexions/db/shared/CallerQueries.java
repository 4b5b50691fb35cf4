package dev.connexions.db.shared;

import dev.connexions.application.shared.DatabaseUnavailableException;
import dev.connexions.domain.shared.Caller;
import dev.connexions.domain.shared.OrganisationId;
import dev.connexions.domain.shared.UserId;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs one statement on behalf of a caller in one round trip: the statement is the transaction, begun and ended by the
 * server around the message that holds it. For what is done so often that round trips are what it costs; everything else
 * takes a transaction.
 */
public final class CallerQueries {

    private static final System.Logger LOG = System.getLogger(CallerQueries.class.getName());
    private static final Duration WAIT_FOR_A_CONNECTION = Duration.ofSeconds(2);

    private final Supplier<Connection> connections;
    private final Semaphore gate;
    private final Deadlines deadlines;
    private final Duration longestAnswer;
    private final UserId systemUser;

    /**
     * @param atOnce how many may ask at the same time: whoever waits for a connection costs the pool more than here
     * @param longestAnswer after which the connection is given up
     */
    CallerQueries(
            Supplier<Connection> connections,
            int atOnce,
            Deadlines deadlines,
            Duration longestAnswer,
            UserId systemUser) {
        this.connections = connections;
        this.gate = new Semaphore(atOnce);
        this.deadlines = deadlines;
        this.longestAnswer = longestAnswer;
        this.systemUser = systemUser;
    }

    /** Reads what the statement answered, while it is being read. */
    @FunctionalInterface
    public interface Rows<T extends @Nullable Object> {
        T read(ResultSet rows) throws SQLException;
    }

    /** @param organisation for which the statement ran, as {@link CallerQuery#ORGANISATION} */
    public record Answer<T extends @Nullable Object>(
            Optional<OrganisationId> organisation, boolean administrator, T value) {}

    /** As whom and for whom a statement runs: what two callers of one party ask, may be asked in one statement. */
    public record Party(UserId user, boolean job, Optional<OrganisationId> named) {}

    public Party party(Caller caller) {
        return new Party(Standing.actingAs(caller, systemUser), caller instanceof Caller.Job, Standing.named(caller));
    }

    /** Whether {@link CallerQuery#ORGANISATION} would be somebody else's: then there is nothing to ask. */
    public static boolean isOfNoOrganisation(Caller caller) {
        return Standing.isOfNoOrganisation(caller);
    }

    /** Whether the caller says itself for which organisation it works, and so for no other. */
    public static boolean names(Caller caller) {
        return Standing.named(caller)
                .filter(named -> !named.equals(OrganisationId.PLATFORM))
                .isPresent();
    }

    /** @throws RuntimeException as {@link dev.connexions.application.shared.Transactions#in} */
    public <T extends @Nullable Object> Answer<T> ask(Caller caller, CallerQuery query, Params params, Rows<T> rows) {
        enter();
        try (var connection = connections.get()) {
            return ask(connection, caller, query, params, rows);
        } catch (SQLException failure) {
            throw Failures.translate(new UncheckedSqlException(failure));
        } catch (RuntimeException failure) {
            throw Failures.translate(failure);
        } finally {
            gate.release();
        }
    }

    private <T extends @Nullable Object> Answer<T> ask(
            Connection connection, Caller caller, CallerQuery query, Params params, Rows<T> rows) throws SQLException {
        // the driver's own limit is one that each answer pays for
        connection.setNetworkTimeout(Runnable::run, 0);
        var deadline = deadlines.start(longestAnswer, () -> giveUp(connection));
        try (var statement = connection.prepareStatement(query.text())) {
            query.bind(statement, Standing.bind(params, caller, systemUser));
            statement.execute();
            var standing = standing(caller, statement);
            statement.getMoreResults();
            try (var results = statement.getResultSet()) {
                return new Answer<>(standing.organisation(), standing.administrator(), rows.read(results));
            }
        } finally {
            deadline.meet();
        }
    }

    private static void giveUp(Connection connection) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException gone) {
            LOG.log(Level.DEBUG, "a connection was gone before it was given up", gone);
        }
    }

    private void enter() {
        if (gate.tryAcquire()) {
            return;
        }
        var waiting = Thread.currentThread();
        var deadline = deadlines.start(WAIT_FOR_A_CONNECTION, waiting::interrupt);
        try {
            gate.acquire();
        } catch (InterruptedException ended) {
            if (deadline.meet()) {
                waiting.interrupt();
            }
            throw new DatabaseUnavailableException("no connection to the database", new TimeoutException());
        }
        if (!deadline.meet()) {
            // it came in the end, and the interruption with it
            Thread.interrupted();
        }
    }

    private Standing standing(Caller caller, PreparedStatement statement) throws SQLException {
        try (var bound = statement.getResultSet()) {
            bound.next();
            return Standing.of(caller, systemUser, new Columns(bound));
        }
    }
}
