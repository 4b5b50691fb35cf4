package dev.connexions.db.schema;

import dev.connexions.db.shared.Login;
import dev.connexions.domain.shared.UserId;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the database to the schema that this program knows. Runs as the owner, on a connection of its own. */
public final class Migrations {

    /** The latest of the migrations in {@code db/migration}. */
    static final String SCHEMA_VERSION = "012";

    private static final String MIGRATION = "classpath:db/migration";
    private static final String ADOPTION = "classpath:db/existing";

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
                flyway(
                                url,
                                owner,
                                "auth",
                                "platform_history",
                                Map.of(
                                        "application",
                                        application,
                                        "systemUser",
                                        systemUser.value().toString()),
                                List.of("classpath:db/platform"))
                        .migrate();
            }
            refuseUnfit(connection);
            var adopting = ExistingTable.isForeign(connection);
            var ours = flyway(
                    url,
                    owner,
                    "connexions",
                    "schema_history",
                    Map.of("application", application),
                    adopting || ExistingTable.wasAdopted(connection)
                            ? List.of(MIGRATION, ADOPTION)
                            : List.of(MIGRATION));
            if (adopting) {
                ours.baseline();
            }
            ours.migrate();
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
        if (ExistingTable.isForeign(connection)) {
            var obstacles = ExistingTable.obstacles(connection);
            if (!obstacles.isEmpty()) {
                throw new MigrationException("the table public.instagram_connexion is there already and cannot be"
                        + " adopted, nothing was changed: " + String.join("; ", obstacles));
            }
        }
    }

    private static Flyway flyway(
            String url,
            Login owner,
            String schema,
            String history,
            Map<String, String> placeholders,
            List<String> locations) {
        return Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(url, owner.user(), owner.password())
                .schemas(schema)
                .defaultSchema(schema)
                .table(history)
                .locations(locations.toArray(String[]::new))
                .failOnMissingLocations(true)
                .validateMigrationNaming(true)
                .cleanDisabled(true)
                // where the platform made its table itself, the migration that makes it counts as done
                .baselineVersion("001")
                .baselineDescription("the table was there already")
                .placeholders(placeholders)
                .load();
    }
}
