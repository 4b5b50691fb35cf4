package dev.connexions.db.testing;

import java.util.Map;
import org.testcontainers.postgresql.PostgreSQLContainer;

final class ContainerServer {

    private ContainerServer() {}

    /** Testcontainers itself removes the container when the JVM ends. */
    @SuppressWarnings("resource")
    static String start() {
        var container = new PostgreSQLContainer("postgres:18-alpine")
                .withUsername("postgres")
                .withPassword("postgres")
                .withTmpFs(Map.of("/var/lib/postgresql", "rw"))
                .withCommand("postgres", "-c", "fsync=off", "-c", "max_connections=200");
        container.start();
        return "jdbc:postgresql://" + container.getHost() + ":" + container.getMappedPort(5432)
                + "/postgres?user=postgres&password=postgres";
    }
}
