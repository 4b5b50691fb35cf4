package dev.connexions.db.schema;

import dev.connexions.db.shared.Login;
import dev.connexions.domain.shared.UserId;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the database to the schema that this program knows. Runs as the owner, on a connection of its own. */
public final class Migrations {

    /** The latest of the migrations in {@code db/migration}. */
    static final String SCHEMA_VERSION = "004";

    private Migrations() {}

    /**
     * Does nothing where nothing is left to do.
     *
     * @param application the name of the login that serves; it is given what it needs and no more
     * @param systemUser as whom jobs act; made an administrator of a bundled platform
     * @throws MigrationException when the database cannot be reached, lacks something, or a migration fails
     */
    public static void run(String url, Login owner, String application, Platform platform, UserId systemUser) {
        try (var connection = DriverManager.getConnection(url, owner.user(), owner.password())) {
            if (platform == Platform.BUNDLED) {
                migrate(
                        url,
                        owner,
                        "auth",
                        "platform_history",
                        "classpath:db/platform",
                        Map.of(
                                "application",
                                application,
                                "systemUser",
                                systemUser.value().toString()));
            }
            refuseUnfit(connection);
            migrate(
                    url,
                    owner,
                    "connexions",
                    "schema_history",
                    "classpath:db/migration",
                    Map.of("application", application));
        } catch (SQLException | FlywayException failure) {
            throw new MigrationException("the migration failed: " + failure.getMessage(), failure);
        }
    }

    private static void refuseUnfit(Connection connection) throws SQLException {
        var missing = Prerequisites.missing(connection);
        if (!missing.isEmpty()) {
            throw new MigrationException("the database lacks " + String.join(", ", missing)
                    + "; provision.sql and provision-existing.sql say what a database administrator gives,"
                    + " and CONNEXIONS_DATABASE_PLATFORM=bundled makes a platform where there is none");
        }
        if (Prerequisites.hasForeignTable(connection)) {
            throw new MigrationException("the table public.instagram_connexion exists already and is not of these"
                    + " migrations; this version makes it anew only, and changed nothing");
        }
    }

    private static void migrate(
            String url, Login owner, String schema, String history, String location, Map<String, String> placeholders) {
        Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(url, owner.user(), owner.password())
                .schemas(schema)
                .defaultSchema(schema)
                .table(history)
                .locations(location)
                .failOnMissingLocations(true)
                .validateMigrationNaming(true)
                .cleanDisabled(true)
                .placeholders(placeholders)
                .load()
                .migrate();
    }
}
