package dev.connexions.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.connexions.web.testing.Client;
import dev.connexions.web.testing.RawSocket;
import dev.connexions.web.testing.Reply;
import dev.connexions.web.testing.Tenant;
import dev.connexions.web.testing.TestService;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which other origins' pages may read what the service answers. */
class CrossOriginTest {

    private static final String ORIGIN = "https://app.example";
    private static final String OTHER = "http://localhost:3000";

    private static TestService service;

    private Tenant tenant;

    @BeforeAll
    static void start() {
        service = new TestService.Builder().corsOrigins(ORIGIN, OTHER).start();
    }

    @BeforeEach
    void meet() {
        tenant = Tenant.of(service);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void letsAConfiguredOriginAsk() {
        for (var origin : List.of(ORIGIN, OTHER)) {
            var preflight = preflight(origin, "/v1/connexions/" + tenant.newConnexion());
            assertThat(preflight.header("Access-Control-Allow-Origin")).isEqualTo(origin);
            assertThat(preflight.header("Access-Control-Allow-Methods"))
                    .isEqualTo(preflight.header("Allow"))
                    .isEqualTo("DELETE, GET, HEAD, OPTIONS, PATCH");
            assertThat(preflight.header("Access-Control-Allow-Headers").split(", "))
                    .containsExactlyInAnyOrder(
                            "Authorization",
                            "Content-Type",
                            "If-Match",
                            "If-None-Match",
                            "Idempotency-Key",
                            "X-Request-Id",
                            "Accept",
                            "Accept-Language",
                            "Connexions-Organisation",
                            "Connexions-Reason");
            assertThat(preflight.header("Access-Control-Max-Age")).isEqualTo("600");
            assertThat(preflight.header("Vary"))
                    .isEqualTo("Origin, Access-Control-Request-Method, Access-Control-Request-Headers");
            assertThat(preflight.headers().firstValue("Access-Control-Allow-Credentials"))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "*",
                "https://app.example.evil.example",
                "https://evil.example",
                "http://app.example",
                "https://app.example:8443",
                "https://APP.example",
                "https://app.example/",
                "https://app.example, https://evil.example",
                "http://localhost"
            })
    void letsNoOther(String origin) {
        var preflight = preflight(origin, "/v1/connexions");
        assertThat(preflight.headers().map().keySet()).noneMatch(name -> name.startsWith("access-control-"));
        assertThat(preflight.header("Vary")).isEqualTo("Origin");
        var actual = tenant.http().with("Origin", origin).get("/v1/me").has(200);
        assertThat(actual.headers().map().keySet()).noneMatch(name -> name.startsWith("access-control-"));
        assertThat(actual.header("Vary")).isEqualTo("Origin");
    }

    @Test
    void showsTheConfiguredOneEveryAnswer() {
        var one = "/v1/connexions/" + tenant.newConnexion();
        var from = tenant.http().with("Origin", ORIGIN);
        var shown = from.get(one).has(200);
        readable(shown);
        readable(from.with("If-None-Match", shown.header("ETag")).get(one).has(304));
        readable(from.send("HEAD", one, null).has(200));
        readable(from.post("/v1/connexions", "{}").isProblem(422, "validation-failed"));
        readable(from.get("/nothing").isProblem(404, "not-found"));
        readable(from.send("FOO", one, null).isProblem(405, "method-not-allowed"));
        readable(from.with("X-Large", "x".repeat(17_000)).get(one).isProblem(431, "headers-too-large"));
        readable(service.client().with("Origin", ORIGIN).get(one).isProblem(401, "unauthenticated"));
        readable(service.client().with("Origin", ORIGIN).get("/openapi").has(200));
    }

    @Test
    void showsItWhatTheServerItselfRefuses() {
        var answer = RawSocket.exchange(
                service.port(), "GET /v1/me HTTP/1.1\r\nHost: a\r\nHost: b\r\nOrigin: " + ORIGIN + "\r\n\r\n");
        assertThat(answer)
                .startsWith("HTTP/1.1 400 ")
                .contains("Access-Control-Allow-Origin: " + ORIGIN, "Vary: Origin");
    }

    @Test
    void variesByOriginForWhoeverAsks() {
        assertThat(tenant.http().get("/v1/me").header("Vary")).isEqualTo("Origin");
        assertThat(service.client().get("/openapi").header("Vary")).isEqualTo("Origin, Accept");
        var silent = Tenant.of(TestService.shared());
        assertThat(silent.http().get("/v1/me").headers().firstValue("Vary")).isEmpty();
        assertThat(silent.http().get("/openapi").header("Vary")).isEqualTo("Accept");
    }

    @Test
    void keepsOtherPagesAwayFromTheOnesForAnAccountsOwner() {
        var link = tenant.open(tenant.newConnexion(), "{\"loginProduct\":\"instagram\"}");
        var page = service.client().with("Origin", ORIGIN).get(link).has(200);
        assertThat(page.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        assertThat(preflight(ORIGIN, link).headers().firstValue("Access-Control-Allow-Origin"))
                .isEmpty();
    }

    @Test
    void saysNothingOfOriginsWhenNoneIsConfigured() {
        var preflight = preflight(TestService.shared().client(), ORIGIN, "/v1/connexions");
        assertThat(preflight.headers().map().keySet()).noneMatch(name -> name.startsWith("access-control-"));
        assertThat(preflight.headers().firstValue("Vary")).isEmpty();
    }

    @Test
    void answersAPlainOptionsAsBefore() {
        var options = service.client()
                .with("Origin", ORIGIN)
                .send("OPTIONS", "/v1/me", null)
                .has(204);
        assertThat(options.header("Allow")).isEqualTo("GET, HEAD, OPTIONS");
        assertThat(options.headers().firstValue("Access-Control-Allow-Methods")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "null",
                "",
                "app.example",
                "https://",
                "https://*.example",
                "ftp://app.example",
                "https://app.example/",
                "https://app.example/path",
                "https://app.example?x",
                "https://app.example#x",
                "https://me@app.example",
                "https://App.example",
                "HTTPS://app.example",
                "https://app.example:443",
                "http://app.example:80",
                "https://app.example:",
                "https://a b.example"
            })
    void refusesToBeConfiguredWithWhatNoBrowserSends(String origin) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WebSettings(URI.create("https://connexions.example"), List.of(ORIGIN, origin)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://app.example", "http://localhost:3000", "http://[::1]:8080", "https://10.0.0.1"})
    void takesOriginsAsBrowsersSendThem(String origin) {
        assertThat(new WebSettings(URI.create("https://connexions.example"), List.of(origin)).corsOrigins())
                .containsExactly(origin);
    }

    private static void readable(Reply reply) {
        assertThat(reply.header("Access-Control-Allow-Origin")).isEqualTo(ORIGIN);
        assertThat(reply.header("Access-Control-Expose-Headers").split(", "))
                .containsExactlyInAnyOrder(
                        "ETag",
                        "Location",
                        "Link",
                        "Retry-After",
                        "RateLimit",
                        "RateLimit-Policy",
                        "X-Request-Id",
                        "Idempotency-Replayed");
        assertThat(reply.header("Vary")).startsWith("Origin");
        assertThat(reply.headers().firstValue("Access-Control-Allow-Credentials"))
                .isEmpty();
    }

    private static Reply preflight(String origin, String path) {
        return preflight(service.client(), origin, path);
    }

    private static Reply preflight(Client client, String origin, String path) {
        return client.with("Origin", origin)
                .with("Access-Control-Request-Method", "GET")
                .with("Access-Control-Request-Headers", "authorization")
                .send("OPTIONS", path, null)
                .has(204);
    }
}
