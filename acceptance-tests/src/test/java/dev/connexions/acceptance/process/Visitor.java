package dev.connexions.acceptance.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Somebody with nothing but an HTTP client and what the demo's file says. */
final class Visitor {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final JsonNode facts;

    Visitor(DemoProcess demo) {
        facts = demo.facts();
    }

    /** What a browser was given on its way to Meta. */
    record OnTheWay(URI consentPage, String cookie) {}

    String create() {
        return api("POST", "/v1/connexions", """
            {"clientId": "6f0a2f5e-8f43-4b52-9a53-1e6f4ad6f0c1", "accountEmail": "owner@example.org"}
            """).path("id").asText();
    }

    URI startSession(String connexion) {
        return URI.create(api("POST", "/v1/connexions/" + connexion + "/authorization-sessions", """
            {"loginProduct": "instagram"}
            """)
                .path("authorizeUrl")
                .asText());
    }

    JsonNode show(String connexion) {
        return api("GET", "/v1/connexions/" + connexion, null);
    }

    JsonNode audit(String connexion) {
        return api("GET", "/v1/connexions/" + connexion + "/audit", null).path("items");
    }

    String token(String connexion) {
        return call(
                        "GET",
                        facts.path("baseUrl").asText() + "/v1/connexions/" + connexion + "/access-token",
                        null,
                        facts.path("tokens").path("service").asText())
                .path("accessToken")
                .asText();
    }

    OnTheWay press(URI link) {
        var response = send(HttpRequest.newBuilder(link).POST(HttpRequest.BodyPublishers.noBody()));
        return new OnTheWay(
                URI.create(response.headers().firstValue("Location").orElseThrow()),
                response.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", ""));
    }

    /** Answers the way back. */
    URI consent(OnTheWay onTheWay) {
        var account = facts.path("sandboxAccounts").get(0);
        var form = "username=" + encoded(account.path("consentUsername").asText()) + "&password="
                + encoded(account.path("consentPassword").asText()) + "&decision=allow";
        var response = send(HttpRequest.newBuilder(onTheWay.consentPage())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
        return URI.create(
                response.headers().firstValue("Location").orElseThrow().replaceFirst("#.*", ""));
    }

    /** Answers the status of the page on which the browser ends. */
    int comeBack(URI wayBack, OnTheWay onTheWay) {
        return send(HttpRequest.newBuilder(wayBack).header("Cookie", onTheWay.cookie()))
                .statusCode();
    }

    int ready() {
        return send(HttpRequest.newBuilder(URI.create(facts.path("adminUrl").asText() + "/observe/health/ready")))
                .statusCode();
    }

    JsonNode sandbox(String path, String body) {
        return call("POST", facts.path("sandboxUrl").asText() + "/_sandbox" + path, body, null);
    }

    private JsonNode api(String method, String path, @Nullable String body) {
        var token = facts.path("organisations").get(0).path("tokens").path("operator");
        return call(method, facts.path("baseUrl").asText() + path, body, token.asText());
    }

    private JsonNode call(String method, String url, @Nullable String body, @Nullable String token) {
        var request = HttpRequest.newBuilder(URI.create(url));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        var response = send(request.method(
                method,
                body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body)));
        if (response.statusCode() >= 300) {
            throw new AssertionError(method + " " + url + ": " + response.statusCode() + " " + response.body());
        }
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
