package dev.connexions.meta.shared;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.shared.AccessToken;
import dev.connexions.meta.testing.RawServer;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;

/** A client of both login products, and a Graph that answers what a test tells it to. */
final class RawGraph implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-11-27T22:00:00Z");
    static final AccessToken TOKEN = new AccessToken("EAAcanaryPage");
    static final GraphCall READ = GraphCall.get(LoginProduct.FACEBOOK, "17").as(TOKEN);
    static final GraphCall WRITE =
            GraphCall.post(LoginProduct.FACEBOOK, "17", "media_publish").as(TOKEN);

    final RawServer server = new RawServer();
    final GraphClient client = new GraphClient(settings(server.url()), () -> NOW);

    static MetaSettings settings(URI meta) {
        var secret = AppSecret.parse("canary-secret");
        return new MetaSettings(
                "v26.0",
                URI.create("https://app.example/cb"),
                new MetaSettings.InstagramApp("48", secret, meta, meta, meta),
                new MetaSettings.FacebookApp("73", secret, meta, meta, meta));
    }

    GraphReply send(GraphCall call) {
        return client.send(call, Deadline.in(Duration.ofSeconds(9)));
    }

    /** Answers with the first body, then with the next, and so on. */
    void inTurn(String path, String... bodies) {
        server.on(path, out -> {
            var asked = server.heads().stream()
                    .filter(head -> head.split("[ ?]", -1)[1].equals(path))
                    .count();
            out.write(RawServer.answer(200, "application/json", bodies[(int) Math.min(asked, bodies.length) - 1]));
        });
    }

    static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
