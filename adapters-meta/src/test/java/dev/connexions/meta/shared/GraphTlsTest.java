package dev.connexions.meta.shared;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.connexions.application.shared.MetaFailure.Outage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The client talks to nobody who cannot prove to be Meta, and says nothing to them. */
class GraphTlsTest {

    @TempDir
    static Path directory;

    @Test
    void talksToWhoeverProvesToBeTheHost() throws IOException, GeneralSecurityException {
        assertThat(ask("good", "-1d", "dns:localhost", true)).isInstanceOf(GraphReply.Answered.class);
    }

    @Test
    void talksToNoOtherHost() throws IOException, GeneralSecurityException {
        assertThat(ask("foreign", "-1d", "dns:graph.example", true)).isEqualTo(unreachable());
    }

    @Test
    void talksToNobodyWhoseCertificateExpired() throws IOException, GeneralSecurityException {
        assertThat(ask("expired", "-30d", "dns:localhost", true)).isEqualTo(unreachable());
    }

    @Test
    void talksToNobodyWhomNobodyVouchesFor() throws IOException, GeneralSecurityException {
        assertThat(ask("good", "-1d", "dns:localhost", false)).isEqualTo(unreachable());
    }

    private GraphReply ask(String name, String start, String host, boolean trusted)
            throws IOException, GeneralSecurityException {
        var authority = new Certificates(directory);
        var server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(authority.server(name, start, host)));
        server.createContext("/", exchange -> {
            try (exchange) {
                var body = "{\"id\":\"17\"}".getBytes(UTF_8);
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        server.start();
        var settings = RawGraph.settings(
                URI.create("https://localhost:" + server.getAddress().getPort()));
        var http = trusted ? new GraphHttp(authority.client()) : new GraphHttp();
        try (var client = new GraphClient(settings, () -> RawGraph.NOW, http)) {
            return client.send(RawGraph.WRITE, Deadline.in(Duration.ofSeconds(9)));
        } finally {
            server.stop(0);
        }
    }

    /** Nothing was said, so nothing can have happened. */
    private static GraphReply unreachable() {
        return new GraphReply.Failed(new Outage(Outage.Kind.UNREACHABLE));
    }
}
