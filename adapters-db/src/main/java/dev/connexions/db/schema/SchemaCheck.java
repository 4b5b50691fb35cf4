package dev.connexions.db.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Whether the migrations that this program knows have run. A newer schema is no fault: it must serve older programs. */
final class SchemaCheck {

    private static final String LATEST = """
        select version from connexions.schema_history
        where success and version is not null
        order by installed_rank desc limit 1
        """;

    private SchemaCheck() {}

    static List<Finding> findings(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(LATEST)) {
            if (rows.next() && rows.getString("version").compareTo(Migrations.SCHEMA_VERSION) >= 0) {
                return List.of();
            }
            return List.of(outdated("the schema is older than " + Migrations.SCHEMA_VERSION));
        } catch (SQLException failure) {
            return switch (failure.getSQLState()) {
                case "42P01", "3F000" -> List.of(outdated("the schema connexions has no migrations"));
                case "42501" -> List.of(outdated("the login may not read connexions.schema_history"));
                case null, default -> throw failure;
            };
        }
    }

    private static Finding outdated(String what) {
        return new Finding(what, "run the command `migrate` as the owner");
    }
}
