package dev.connexions.acceptance.full;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.connexions.acceptance.Driver.Who;
import dev.connexions.web.testing.OpenApiContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Plain HTTP that follows nothing by itself. Every answer of the service is held against its OpenAPI document. */
final class Http {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final URI service;
    private final OpenApiContract contract = OpenApiContract.load();

    Http(URI service) {
        this.service = service;
    }

    record Reply(int status, HttpResponse<byte[]> response) {

        JsonNode json() {
            try {
                return JSON.readTree(response.body());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        @Nullable
        String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }
    }

    Reply call(String method, String path, @Nullable Who who, @Nullable Object body) {
        var request = from(who, path);
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        return send(request.method(method, body == null ? HttpRequest.BodyPublishers.noBody() : json(body)));
    }

    /** A body that no mapper of ours had its hands on. */
    Reply raw(String method, String path, Who who, String mediaType, String body) {
        var request = from(who, path).header("Content-Type", mediaType);
        return send(request.method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    Reply patch(String path, Who who, @Nullable String ifMatch, Object patch) {
        var request = from(who, path).header("Content-Type", "application/merge-patch+json");
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return send(request.method("PATCH", json(patch)));
    }

    Reply form(URI url, Map<String, String> fields, String... headers) {
        return form(url, encoded(fields), headers);
    }

    Reply form(URI url, String fields, String... headers) {
        var request = HttpRequest.newBuilder(url)
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(fields));
        return send(with(request, headers));
    }

    Reply get(URI url, String... headers) {
        return send(with(HttpRequest.newBuilder(url).timeout(PATIENCE).GET(), headers));
    }

    static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private Reply send(HttpRequest.Builder builder) {
        var request = builder.build();
        try {
            var response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (request.uri().getAuthority().equals(service.getAuthority())) {
                contract.check(
                        request.method(),
                        request.uri().getRawPath(),
                        response.statusCode(),
                        response.headers().map(),
                        response.body());
            }
            return new Reply(response.statusCode(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest.Builder from(@Nullable Who who, String path) {
        var request = HttpRequest.newBuilder(service.resolve(path)).timeout(PATIENCE);
        if (who == null) {
            return request;
        }
        request.header("Authorization", "Bearer " + who.credential());
        var reach = who.reach();
        if (reach != null) {
            request.header("Connexions-Reason", reach.reason());
            if (reach.organisation() != null) {
                request.header(
                        "Connexions-Organisation", reach.organisation().id().toString());
            }
        }
        return request;
    }

    private static HttpRequest.Builder with(HttpRequest.Builder request, String... headers) {
        return headers.length == 0 ? request : request.headers(headers);
    }

    private static HttpRequest.BodyPublisher json(Object body) {
        try {
            return HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
