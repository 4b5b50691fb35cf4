package dev.connexions.db.schema;

import dev.connexions.db.shared.Login;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/** What a database administrator does by hand: the roles and a database of its own. For the demo and for tests. */
public final class Provisioning {

    private Provisioning() {}

    /**
     * Makes what is missing and sets the passwords of the two logins; safe to repeat.
     *
     * @param superuserUrl a JDBC URL with the credentials of a superuser, to any database of the cluster
     * @param database to be made, owned by {@code owner}
     */
    public static void run(String superuserUrl, String database, Login owner, Login application) {
        try (var connection = DriverManager.getConnection(superuserUrl)) {
            execute(
                    connection,
                    Scripts.interpolated(
                            Scripts.provision(), Map.of("owner", owner.user(), "application", application.user())));
            for (var login : new Login[] {owner, application}) {
                execute(
                        connection,
                        "alter role " + Scripts.identifier(login.user()) + " password "
                                + Scripts.literal(ScramVerifier.of(login.password())));
            }
            if (!exists(connection, database)) {
                execute(
                        connection,
                        "create database " + Scripts.identifier(database) + " owner "
                                + Scripts.identifier(owner.user()));
            }
            // by default everybody may connect, and make temporary tables and functions
            execute(
                    connection,
                    "revoke all on database " + Scripts.identifier(database)
                            + " from public; grant connect on database " + Scripts.identifier(database) + " to "
                            + Scripts.identifier(application.user()));
        } catch (SQLException failure) {
            throw new MigrationException("the database cannot be provisioned: " + failure.getMessage(), failure);
        }
    }

    private static boolean exists(Connection connection, String database) throws SQLException {
        try (var query = connection.prepareStatement("select from pg_database where datname = ?")) {
            query.setString(1, database);
            try (var rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
