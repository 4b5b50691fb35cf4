package dev.connexions.bootstrap.demo;

import dev.connexions.domain.shared.Permission;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The platform around the demo: two organisations, and people with different things they may do. */
final class DemoPlatform {

    static final List<String> ROLES = List.of(
            "atelier-vert",
            "atelier-vert-operator",
            "atelier-vert-viewer",
            "maison-bleue",
            "maison-bleue-operator",
            "maison-bleue-viewer",
            "administrator",
            "service");

    private static final String ORGANISATION = """
        insert into public.organisations (organisation_id, organisation_nom) values (?, ?)
        on conflict (organisation_id) do nothing
        """;
    private static final String USER = """
        insert into public.utilisateurs (utilisateur_id, organisation_id, utilisateur_admin_presenca) values (?, ?, ?)
        on conflict (utilisateur_id) do nothing
        """;

    private final DemoSecrets secrets;
    private final DemoTokens tokens;

    DemoPlatform(DemoSecrets secrets, DemoTokens tokens) {
        this.secrets = secrets;
        this.tokens = tokens;
    }

    /** The same each time, whether the database is new or kept. */
    void populate(String url, String user, String password) {
        try (var connection = DriverManager.getConnection(url, user, password)) {
            connection.setAutoCommit(false);
            for (var slug : List.of("atelier-vert", "maison-bleue")) {
                organisation(connection, secrets.person(slug), name(slug));
                user(connection, secrets.person(slug + "-operator"), secrets.person(slug), false);
                user(connection, secrets.person(slug + "-viewer"), secrets.person(slug), false);
            }
            user(connection, secrets.person("administrator"), null, true);
            user(connection, secrets.person("service"), secrets.person("atelier-vert"), true);
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    List<DemoFile.Organisation> organisations() {
        return List.of(organisation("atelier-vert"), organisation("maison-bleue"));
    }

    /** The administrator belongs to no organisation; the service acts in the first one, and may read tokens. */
    DemoFile.Tokens tokens() {
        return new DemoFile.Tokens(
                tokens.of(secrets.person("administrator"), "authenticated", null),
                tokens.of(
                        secrets.person("service"),
                        "service_role",
                        Arrays.stream(Permission.values()).toList()));
    }

    private DemoFile.Organisation organisation(String slug) {
        return new DemoFile.Organisation(
                secrets.person(slug),
                name(slug),
                new DemoFile.Members(
                        tokens.of(secrets.person(slug + "-operator"), "authenticated", null),
                        tokens.of(
                                secrets.person(slug + "-viewer"),
                                "authenticated",
                                List.of(Permission.CONNEXIONS_READ, Permission.INSIGHTS_READ))));
    }

    private static String name(String slug) {
        return switch (slug) {
            case "atelier-vert" -> "Atelier Vert";
            case "maison-bleue" -> "Maison Bleue";
            default -> throw new IllegalArgumentException(slug);
        };
    }

    private static void organisation(Connection connection, UUID id, String name) throws SQLException {
        try (var statement = connection.prepareStatement(ORGANISATION)) {
            statement.setObject(1, id);
            statement.setString(2, name);
            statement.executeUpdate();
        }
    }

    private static void user(Connection connection, UUID id, @Nullable UUID organisation, boolean administrator)
            throws SQLException {
        try (var statement = connection.prepareStatement(USER)) {
            statement.setObject(1, id);
            statement.setObject(2, organisation);
            statement.setBoolean(3, administrator);
            statement.executeUpdate();
        }
    }
}
