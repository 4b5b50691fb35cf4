package dev.connexions.db.schema;

import dev.connexions.application.shared.DatabaseUnavailableException;
import dev.connexions.db.shared.Database;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What an operator wants to know of the database beyond whether it is safe. */
public final class Surroundings {

    /** Whoever else may do something with the table; the platform's own affair, as long as it knows. */
    private static final String OTHERS = """
        select case a.grantee when 0 then 'everybody' else a.grantee::regrole::text end as grantee,
          string_agg(lower(a.privilege_type), ', ' order by a.privilege_type) as rights
        from pg_class c, aclexplode(c.relacl) a
        where c.oid = to_regclass('public.instagram_connexion') and a.grantee <> c.relowner
          and a.grantee <> to_regrole('authenticated')
        group by a.grantee order by 1
        """;

    private Surroundings() {}

    /** One sentence for each role. */
    public static List<String> otherGrants(Database database) {
        try (var connection = database.connection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(OTHERS)) {
            var grants = new ArrayList<String>();
            while (rows.next()) {
                grants.add(rows.getString("grantee") + " may " + rows.getString("rights"));
            }
            return grants;
        } catch (SQLException failure) {
            throw new DatabaseUnavailableException("the grants could not be read", failure);
        }
    }

    /** How far the database's clock is ahead of {@code clock}; the way there and back is taken to last the same. */
    public static Duration clockOffset(Database database, InstantSource clock) {
        try (var connection = database.connection();
                var statement = connection.createStatement()) {
            // the first one may still have to be planned, and counts for nothing
            now(statement);
            var before = clock.instant();
            var theirs = now(statement);
            var after = clock.instant();
            return Duration.between(before.plus(Duration.between(before, after).dividedBy(2)), theirs);
        } catch (SQLException failure) {
            throw new DatabaseUnavailableException("the database's clock could not be read", failure);
        }
    }

    /** What a database administrator runs, with the names that are in use here. */
    public static String scripts(String owner, String application) {
        var names = Map.of("owner", owner, "application", application);
        return Scripts.interpolated(Scripts.provision(), names)
                + "\n\n"
                + Scripts.interpolated(Scripts.provisionExisting(), names)
                + "\n";
    }

    private static Instant now(java.sql.Statement statement) throws SQLException {
        try (var rows = statement.executeQuery("select clock_timestamp()")) {
            rows.next();
            return rows.getObject(1, OffsetDateTime.class).toInstant();
        }
    }
}
