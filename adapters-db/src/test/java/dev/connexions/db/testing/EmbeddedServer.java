package dev.connexions.db.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;

final class EmbeddedServer {

    /** The default of ten seconds is too short on a busy machine. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private EmbeddedServer() {}

    /** The library stops it and removes its files when the JVM ends. */
    @SuppressWarnings("resource")
    static String start() {
        try {
            var server = EmbeddedPostgres.builder()
                    .setPGStartupWait(PATIENCE)
                    .setOutputRedirector(Redirect.DISCARD)
                    .setErrorRedirector(Redirect.DISCARD)
                    .setServerConfig("fsync", "off")
                    .setServerConfig("synchronous_commit", "off")
                    .setServerConfig("max_connections", "200")
                    .setServerConfig("unix_socket_directories", "")
                    .setServerConfig("timezone", "Pacific/Apia")
                    .start();
            return server.getJdbcUrl("postgres", "postgres");
        } catch (IOException | IllegalStateException failure) {
            throw new IllegalStateException(
                    "the embedded PostgreSQL does not start. As root it needs user namespaces (unshare): run the tests"
                            + " as an ordinary user, allow user namespaces, or name a server with CONNEXIONS_TEST_DB",
                    failure);
        }
    }
}
