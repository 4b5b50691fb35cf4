package dev.connexions.meta.sandbox.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Carries messages to callbacks, one at a time and once each. It goes nowhere but to this machine unless allowed. */
public final class Postman implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int READ = 4096;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(PATIENCE)
            .build();

    /** @param status absent when nobody answered */
    public record Reply(@Nullable Integer status, String answer) {

        static Reply none(String why) {
            return new Reply(null, why);
        }
    }

    public Reply deliver(Delivery delivery, boolean beyondLoopback) {
        var request = request(delivery.url(), beyondLoopback);
        if (request == null) {
            return Reply.none("the address leads away from this machine");
        }
        delivery.headers().forEach(request::header);
        return send(request.header("Content-Type", delivery.contentType())
                .header("User-Agent", "Webhooks/1.0 (https://fb.me/webhooks)")
                .POST(HttpRequest.BodyPublishers.ofString(delivery.body()))
                .build());
    }

    /** The handshake's question. */
    public Reply ask(String url, boolean beyondLoopback) {
        var request = request(url, beyondLoopback);
        return request == null
                ? Reply.none("the address leads away from this machine")
                : send(request.GET().build());
    }

    private static HttpRequest.@Nullable Builder request(String url, boolean beyondLoopback) {
        try {
            var uri = URI.create(url);
            var host = uri.getHost();
            return host != null
                            && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
                            && (beyondLoopback || InetAddress.getByName(host).isLoopbackAddress())
                    ? HttpRequest.newBuilder(uri).timeout(PATIENCE)
                    : null;
        } catch (IllegalArgumentException | UnknownHostException malformed) {
            return null;
        }
    }

    private Reply send(HttpRequest request) {
        try {
            var response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                return new Reply(response.statusCode(), new String(body.readNBytes(READ), UTF_8));
            }
        } catch (IOException gone) {
            return Reply.none("nobody answered");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Reply.none("interrupted");
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
