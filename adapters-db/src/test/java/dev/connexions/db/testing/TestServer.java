package dev.connexions.db.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import org.testcontainers.DockerClientFactory;

/**
 * A PostgreSQL to make databases in: the one that {@code CONNEXIONS_TEST_DB} names, else a container where a Docker engine
 * answers, else the embedded binaries. One for each JVM, started when it is first asked for, stopped when the JVM ends.
 */
final class TestServer {

    private static final Path DOCKER_SOCKET = Path.of("/var/run/docker.sock");

    /** Initialised by the JVM on first use, once. */
    private static final class Holder {
        private static final String URL = start();
    }

    private TestServer() {}

    /** A JDBC URL with the credentials of a superuser. */
    static String url() {
        return Holder.URL;
    }

    private static String start() {
        var given = System.getenv("CONNEXIONS_TEST_DB");
        if (given != null && !given.isBlank()) {
            return given;
        }
        return hasDocker() ? ContainerServer.start() : EmbeddedServer.start();
    }

    /** Asking Testcontainers takes seconds and prints an error where there is none, so a look at the files comes first. */
    private static boolean hasDocker() {
        var host = System.getenv("DOCKER_HOST");
        return ((host != null && !host.isBlank()) || Files.exists(DOCKER_SOCKET))
                && DockerClientFactory.instance().isDockerAvailable();
    }
}
