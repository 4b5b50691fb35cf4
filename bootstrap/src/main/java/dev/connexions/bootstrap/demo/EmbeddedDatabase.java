package dev.connexions.bootstrap.demo;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;

/**
 * A PostgreSQL of the demo's own, durable like a real one. Its superuser has a password and every login must give one:
 * who merely is on the same machine gets nowhere.
 */
final class EmbeddedDatabase implements AutoCloseable {

    private static final String SUPERUSER = "postgres";
    private static final Duration START = Duration.ofSeconds(60);
    private static final String PASSWORDS_ONLY = """
        # written by the demo: everybody gives a password
        host all all 127.0.0.1/32 scram-sha-256
        host all all ::1/128 scram-sha-256
        """;

    private final EmbeddedPostgres server;
    private final String superuserPassword;

    private EmbeddedDatabase(EmbeddedPostgres server, String superuserPassword) {
        this.server = server;
        this.superuserPassword = superuserPassword;
    }

    static Path dataOf(Path directory) {
        return directory.resolve("database");
    }

    static EmbeddedDatabase start(Path directory, String superuserPassword) {
        var data = dataOf(directory);
        try {
            var server = EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(directory.resolve("postgresql").toFile())
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setPGStartupWait(START)
                    .setConnectConfig("password", superuserPassword)
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("unix_socket_directories", "")
                    .setServerConfig("max_connections", "50")
                    .setServerConfig("log_parameter_max_length_on_error", "0")
                    .start();
            var database = new EmbeddedDatabase(server, superuserPassword);
            database.demandPasswords(data);
            return database;
        } catch (IOException | SQLException | IllegalStateException e) {
            throw new DemoException(
                    "the embedded PostgreSQL did not start (" + e.getMessage()
                            + "). As root it needs user namespaces: run as an ordinary user, allow user namespaces,"
                            + " or use `serve` with a PostgreSQL of your own",
                    e);
        }
    }

    String superuserUrl() {
        return "jdbc:postgresql://127.0.0.1:%s/postgres?user=%s&password=%s"
                .formatted(server.getPort(), SUPERUSER, superuserPassword);
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%s/%s".formatted(server.getPort(), database);
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void demandPasswords(Path data) throws IOException, SQLException {
        var accessFile = data.resolve("pg_hba.conf");
        if (Files.readString(accessFile).equals(PASSWORDS_ONLY)) {
            return;
        }
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            // a generated password has no quote in it
            statement.execute("alter role " + SUPERUSER + " password '" + superuserPassword + "'");
            Files.writeString(accessFile, PASSWORDS_ONLY);
            statement.execute("select pg_reload_conf()");
        }
    }
}
