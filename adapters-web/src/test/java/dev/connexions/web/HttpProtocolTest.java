package dev.connexions.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.application.testing.Fixtures;
import dev.connexions.web.testing.RawSocket;
import dev.connexions.web.testing.Tenant;
import dev.connexions.web.testing.TestService;
import dev.connexions.web.testing.Tokens;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpProtocolTest {

    private final TestService service = TestService.shared();
    private final Tenant tenant = Tenant.of(service);

    @Test
    void leavesNothingOnTheLineAfterHead() {
        for (var path : List.of("/openapi", "/nothing", "/v1/me", "/problems/not-found")) {
            var answer = RawSocket.exchange(service.port(), "HEAD " + path + " HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(answer).endsWith("\r\n\r\n");
        }
    }

    @Test
    void refusesToBeAProxy() {
        assertThat(raw("CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example\r\n\r\n"))
                .startsWith("HTTP/1.1 400 ");
        assertThat(raw("GET http://evil.example/v1/me HTTP/1.1\r\nHost: x\r\n\r\n"))
                .startsWith("HTTP/1.1 400 ");
        assertThat(raw("OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n")).startsWith("HTTP/1.1 400 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nothing",
                "/v1",
                "/v1/nothing",
                "/v1/connexions/",
                "/v1/me/",
                "/v2/me",
                "/V1/me",
                "/metrics",
                "/health",
                "/observe",
                "/observe/health",
                "/observe/health/ready",
                "/observe/metrics",
                "/docs/nothing.js",
                "/docs/swagger-ui.js",
                "/problems/nothing",
                "/META-INF/MANIFEST.MF",
                "/"
            })
    void knowsNoOtherPath(String path) {
        service.client().get(path).isProblem(404, "not-found");
        service.client()
                .post(path)
                .isProblem(
                        path.matches("/(docs|problems)/.*") ? 405 : 404,
                        path.matches("/(docs|problems)/.*") ? "method-not-allowed" : "not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate", "br", "gzip, gzip", "x", "", "identity"})
    void readsNoBodyThatIsEncoded(String coding) {
        var answer =
                raw("POST /v1/connexions HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Encoding: "
                        + coding + "\r\nContent-Length: 2\r\n\r\n{}");
        assertThat(answer)
                .startsWith("HTTP/1.1 415 ")
                .contains("/problems/unsupported-media-type", "Accept-Encoding: identity", "Connection: close");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/v1/%", "/v1/%zz", "/v1/%0", "/v1/%00", "/v1/%ff%fe", "/v1/%c0%af", "/v1/connexions/%ED%A0%80"})
    void refusesAPathThatIsNoText(String path) {
        assertThat(raw("GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n"))
                .startsWith("HTTP/1.1 400 ")
                .contains("/problems/malformed-request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /v1/me HTTP/1.1\r\n\r\n",
                "GET /v1/me HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                "GET /v1/me HTTP/1.1\r\nHost : a\r\n\r\n",
                "GET /v1/me HTTP/9.9\r\nHost: a\r\n\r\n",
                "GET /v1/me HTTP/1.0\r\n\r\n",
                "GET /v1/me\r\n\r\n",
                "nonsense\r\n\r\n",
                "{} /v1/me HTTP/1.1\r\nHost: a\r\n\r\n",
                "G\u00c9T /v1/me HTTP/1.1\r\nHost: a\r\n\r\n",
                " GET /v1/me HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /v1/me HTTP/1.1\r\nHost: a\r\nX{}: x\r\n\r\n",
                "POST /v1/connexions HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
                "POST /v1/connexions HTTP/1.1\r\nHost: a\r\nContent-Length: -2\r\n\r\n{}",
                "POST /v1/me HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "POST /v1/connexions HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
                "POST /v1/connexions HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: x\r\n\r\n0\r\n\r\n",
                "POST /v1/connexions HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked, chunked\r\n\r\n0\r\n\r\n",
                "POST /v1/connexions HTTP/1.1\r\nHost: a\r\nContent-Length: 2, 2\r\n\r\n{}",
                "POST /v1/connexions HTTP/1.1\r\nHost: a\r\nContent-Length: +2\r\n\r\n{}",
                "GET /v1/me HTTP/1.1\r\nHost: a\r\n folded\r\n\r\n",
                "GET /v1/me HTTP/1.1\r\nHost: a\r\nX-A: b\r\n\tfolded\r\n\r\n",
                "GET /v1/me HTTP/1.1\r\nHost: a\r\nX-A: b\rX-B: c\r\n\r\n",
                "GET /v1/me HTTP/1.1\r\nHost: a b\r\n\r\n",
                "GET /v1/me HTTP/1.1\r\nHost: a/b\r\n\r\n",
                "GET /v1/me HTTP/1.1\r\nHost: a@b\r\n\r\n",
                "GET /v1/me HTTP/1.1\r\nHost: a:x\r\n\r\n",
                "GET /v1/me HTTP/1.1\r\nHost: \r\n\r\n",
                "GET /v1/me HTTP/1.1\nHost: a\n\n"
            })
    void refusesInItsOwnWordsWhatIsNoRequest(String request) {
        var answer = raw(request + "GET /v1/smuggled HTTP/1.1\r\nHost: a\r\n\r\n");
        assertThat(answer)
                .startsWith("HTTP/1.1 400 ")
                .contains("application/problem+json", "/problems/malformed-request", "X-Request-Id: ")
                .contains("X-Content-Type-Options: nosniff", "Cache-Control: no-store", "Connection: close")
                .doesNotContain("smuggled");
    }

    @Test
    void keepsTheCallersRequestIdWhenItIsSane() {
        assertThat(service.client()
                        .with("X-Request-Id", "a.B_c:d-9")
                        .get("/v1/me")
                        .header("X-Request-Id"))
                .isEqualTo("a.B_c:d-9");
        for (var insane : new String[] {"a b", "<script>", "x".repeat(129), "é", "a,b", ""}) {
            var made = service.client().with("X-Request-Id", insane).get("/v1/me");
            assertThat(made.header("X-Request-Id"))
                    .matches("[0-9a-f-]{36}")
                    .isEqualTo(made.json().path("requestId").asText());
        }
        var both = service.client()
                .with("X-Request-Id", "a")
                .with("X-Request-Id", "b")
                .get("/v1/me");
        assertThat(both.header("X-Request-Id")).matches("[0-9a-f-]{36}");
    }

    @Test
    void datesItsAnswersInTheOneZoneThatHttpKnows() {
        assertThat(service.client().get("/openapi").header("Date"))
                .matches("[A-Z][a-z]{2}, [0-9]{2} [A-Z][a-z]{2} [0-9]{4} [0-9:]{8} GMT");
    }

    @Test
    void namesItselfAsItWasToldToAndNotAsARequestDoes() {
        tenant.newConnexion();
        tenant.newConnexion();
        var asked = String.join(
                "\r\n",
                "GET /v1/connexions?limit=1 HTTP/1.1",
                "Host: evil.example",
                "X-Forwarded-Host: evil.example",
                "X-Forwarded-Proto: gopher",
                "X-Forwarded-Prefix: /evil",
                "Forwarded: host=evil.example;proto=gopher",
                "X-Original-URL: /evil",
                "Authorization: Bearer " + Tokens.of(tenant.user(), Fixtures.NOW),
                "Connection: close",
                "",
                "");
        assertThat(RawSocket.untilItCloses(service.port(), asked))
                .startsWith("HTTP/1.1 200 ")
                .contains("Link: <" + TestService.PUBLIC_URL + "/v1/connexions?")
                .doesNotContain("evil", "gopher");
    }

    @Test
    void refusesTwoCredentialsInOneRequest() {
        var token = Tokens.of(tenant.user(), Fixtures.NOW);
        var answer = raw("GET /v1/me HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token
                + "\r\nAuthorization: Bearer " + token + "\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 401 ").contains("WWW-Authenticate: Bearer error=\"invalid_token\"");
    }

    @Test
    void takesNoCredentialFromTheQuery() {
        service.client()
                .get("/v1/me?access_token=" + Tokens.of(tenant.user(), Fixtures.NOW))
                .isProblem(401, "unauthenticated");
    }

    private String raw(String request) {
        return RawSocket.exchange(service.port(), request);
    }
}
