package dev.connexions.web.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.connexions.application.testing.Fixtures;
import dev.connexions.domain.shared.Caller;
import dev.connexions.web.shared.Translations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks the service over its socket, and holds every answer against the contract. Immutable. */
public final class Client {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private static final OpenApiContract CONTRACT = OpenApiContract.load();

    private final int port;
    private final List<String> headers;

    Client(int port) {
        this(port, List.of());
    }

    private Client(int port, List<String> headers) {
        this.port = port;
        this.headers = headers;
    }

    public Client as(Caller.User user) {
        return token(Tokens.of(user, Fixtures.NOW));
    }

    public Client token(String token) {
        return with("Authorization", "Bearer " + token);
    }

    public Client with(String name, String value) {
        var more = new ArrayList<>(headers);
        more.add(name);
        more.add(value);
        return new Client(port, more);
    }

    public Reply get(String path) {
        return send("GET", path, null);
    }

    public Reply delete(String path) {
        return send("DELETE", path, null);
    }

    public Reply post(String path) {
        return send("POST", path, null);
    }

    public Reply post(String path, String json) {
        return with("Content-Type", "application/json").send("POST", path, json.getBytes(UTF_8));
    }

    public Reply put(String path, String json) {
        return with("Content-Type", "application/json").send("PUT", path, json.getBytes(UTF_8));
    }

    public Reply patch(String path, String json) {
        return with("Content-Type", "application/merge-patch+json").send("PATCH", path, json.getBytes(UTF_8));
    }

    public Reply send(String method, String path, byte @Nullable [] body) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(20))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (!headers.isEmpty()) {
            request.headers(headers.toArray(String[]::new));
        }
        try {
            var response = HTTP.send(request.build(), BodyHandlers.ofByteArray());
            CONTRACT.check(
                    method, path, response.statusCode(), response.headers().map(), response.body());
            var reply = new Reply(response.statusCode(), response.headers(), response.body());
            if (reply.isProblemIn("en")) {
                Translations.check(reply.json());
            }
            return reply;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }
}
