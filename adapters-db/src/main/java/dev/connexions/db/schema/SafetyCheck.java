package dev.connexions.db.schema;

import dev.connexions.application.shared.DatabaseUnavailableException;
import dev.connexions.db.shared.Database;
import dev.connexions.domain.shared.UserId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks, as the login that is to serve, for whatever would let one organisation see another's rows. Serve only when it
 * finds nothing.
 */
public final class SafetyCheck {

    private SafetyCheck() {}

    /** @throws DatabaseUnavailableException when the database cannot be asked */
    public static List<Finding> run(Database database, UserId systemUser) {
        try (var connection = database.connection()) {
            var findings = new ArrayList<>(LoginCheck.findings(connection));
            var outdated = SchemaCheck.findings(connection);
            findings.addAll(outdated);
            if (outdated.isEmpty()) {
                findings.addAll(TableCheck.findings(connection));
                findings.addAll(FunctionCheck.findings(connection, systemUser));
                findings.addAll(BehaviourCheck.findings(connection));
            }
            return List.copyOf(findings);
        } catch (SQLException failure) {
            throw new DatabaseUnavailableException("the database could not be checked", failure);
        }
    }

    /** A catalogue query whose rows are findings: what, and how to mend it. */
    static List<Finding> query(Connection connection, String sql) throws SQLException {
        var findings = new ArrayList<Finding>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                findings.add(new Finding(rows.getString("what"), rows.getString("mend")));
            }
        }
        return findings;
    }
}
