package dev.connexions.db.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Whatever the catalogue says: the login alone is refused, and a caller whom nobody named sees no row of a hundred pages,
 * taken at random. Not of all pages: of a million rows that all stay hidden each would be looked at, at every start.
 */
final class BehaviourCheck {

    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private static final int PAGES = 100;

    private BehaviourCheck() {}

    static List<Finding> findings(Connection connection) throws SQLException {
        var findings = new ArrayList<Finding>();
        for (var table : tables(connection)) {
            if (sees(connection, table, false) != Sight.REFUSED) {
                findings.add(new Finding(
                        "the login alone is not refused on " + table, "revoke its rights on the table, and see above"));
            }
            switch (sees(connection, table, true)) {
                case NOTHING -> {}
                case ROWS ->
                    findings.add(new Finding(
                            "authenticated sees rows of " + table + " without a caller",
                            "mend the policies and functions of the table"));
                case REFUSED ->
                    findings.add(new Finding(
                            "authenticated may not read " + table, "grant select on " + table + " to authenticated"));
            }
        }
        return findings;
    }

    private enum Sight {
        REFUSED,
        NOTHING,
        ROWS
    }

    private static Sight sees(Connection connection, String table, boolean asCaller) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            if (asCaller) {
                statement.execute("set local role authenticated");
            }
            // the name is the catalogue's own, quoted where it must be
            try (var rows = statement.executeQuery("select from " + table + " tablesample system (100.0 * " + PAGES
                    + " / greatest(" + PAGES + ", pg_relation_size('" + table.replace("'", "''")
                    + "') / current_setting('block_size')::int)) limit 1")) {
                return rows.next() ? Sight.ROWS : Sight.NOTHING;
            }
        } catch (SQLException failure) {
            if (INSUFFICIENT_PRIVILEGE.equals(failure.getSQLState())) {
                return Sight.REFUSED;
            }
            throw failure;
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        var tables = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select name from (" + TableCheck.TENANT_TABLES + ") as tenant")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }
}
