package dev.connexions.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.application.testing.Fixtures;
import dev.connexions.web.testing.OpenApiContract;
import dev.connexions.web.testing.OpenApiContract.Operation;
import dev.connexions.web.testing.RawSocket;
import dev.connexions.web.testing.Reply;
import dev.connexions.web.testing.Tenant;
import dev.connexions.web.testing.TestService;
import dev.connexions.web.testing.Tokens;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpProtocolTest {

    private final TestService service = TestService.shared();
    private final Tenant tenant = Tenant.of(service);

    static Stream<Operation> gets() {
        return OpenApiContract.load().operations().stream()
                .filter(operation -> operation.method().equals("GET"));
    }

    static Stream<Operation> withACredential() {
        return OpenApiContract.load().operations().stream()
                .filter(operation -> !operation.permission().equals("public"));
    }

    static Stream<String> paths() {
        return OpenApiContract.load().operations().stream().map(Operation::path).distinct();
    }

    @ParameterizedTest
    @MethodSource("gets")
    void answersHeadLikeGetWithoutItsBody(Operation operation) {
        var path = path(operation.path());
        var get = tenant.http().get(path);
        if (!operation.path().startsWith("/meta/oauth/")) {
            get.has(200);
        }
        var head = tenant.http().send("HEAD", path, null).has(get.status());
        assertThat(head.text()).isEmpty();
        for (var header :
                List.of("Content-Type", "Content-Length", "Cache-Control", "Content-Security-Policy", "Link", "Vary")) {
            assertThat(head.headers().allValues(header).size())
                    .as(header)
                    .isEqualTo(get.headers().allValues(header).size());
        }
        assertThat(head.headers().allValues("ETag")).isEqualTo(get.headers().allValues("ETag"));
        assertThat(head.header("Content-Length"))
                .isEqualTo(Integer.toString(get.text().getBytes(UTF_8).length));
    }

    @Test
    void leavesNothingOnTheLineAfterHead() {
        for (var path : List.of("/openapi", "/nothing", "/v1/me", "/problems/not-found")) {
            var answer = RawSocket.exchange(service.port(), "HEAD " + path + " HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(answer).endsWith("\r\n\r\n");
        }
    }

    @ParameterizedTest
    @MethodSource("paths")
    void namesTheMethodsOfAPath(String template) {
        var path = path(template);
        var options = service.client().send("OPTIONS", path, null).has(204);
        assertThat(options.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        var allowed = OpenApiContract.load().operations().stream()
                .filter(operation -> operation.path().equals(template))
                .map(Operation::method)
                .flatMap(method -> method.equals("GET") ? Stream.of("GET", "HEAD") : Stream.of(method))
                .toList();
        assertThat(options.header("Allow").split(", ")).contains("OPTIONS").containsAll(allowed);
        assertThat(options.headers().firstValue("Accept-Patch").isPresent()).isEqualTo(allowed.contains("PATCH"));
        for (var method : List.of("POST", "PUT", "PATCH", "DELETE", "PROPFIND", "TRACE", "FOO")) {
            if (allowed.contains(method)) {
                continue;
            }
            var refused = service.client().send(method, path, null).isProblem(405, "method-not-allowed");
            assertThat(refused.header("Allow")).isEqualTo(options.header("Allow"));
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
    @ValueSource(
            strings = {
                "text/html",
                "application/xml",
                "application/json;q=0",
                "application/problem+json",
                "*/*;q=0",
                "garbage",
                "application/json;q=2",
                "text/*, image/*"
            })
    void refusesACallerWhoTakesNoJson(String accept) {
        tenant.http().with("Accept", accept).get("/v1/me").isProblem(406, "not-acceptable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*/*",
                "application/*",
                "application/json",
                "APPLICATION/JSON; q=0.1",
                "text/html, application/json;q=0.5",
                "text/html,*/*;q=0.8",
                "garbage, */*",
                "application/json;charset=utf-8",
                ""
            })
    void answersACallerWhoTakesJsonAmongOthers(String accept) {
        tenant.http().with("Accept", accept).get("/v1/me").has(200);
    }

    @Test
    void readsAHostileAcceptAsSoonAsAnyOther() {
        for (var accept : List.of(
                "a/b" + ";a=b".repeat(3_900),
                "a/b;a=" + " ".repeat(15_000) + "x",
                "a/b,".repeat(3_900),
                "*/".repeat(7_000),
                "application/json;q=" + "0".repeat(15_000))) {
            tenant.http().with("Accept", accept).get("/v1/me").isProblem(406, "not-acceptable");
        }
    }

    @Test
    void readsAPathOfThousandsOfSegments() {
        service.client().get("/a".repeat(2_040)).isProblem(404, "not-found");
        service.client().get("/" + "a".repeat(4_000)).isProblem(404, "not-found");
        service.client().get("/v1/me?" + "a&".repeat(2_000)).isProblem(401, "unauthenticated");
        tenant.http().get("/v1/me?" + "a&".repeat(2_000)).isProblem(400, "unknown-parameter");
        tenant.http().with("Cookie", "a=b;".repeat(3_900)).get("/v1/me").has(200);
        tenant.http()
                .with("Content-Type", "application/json" + " ".repeat(15_000) + "x")
                .send("POST", "/v1/connexions", new byte[] {'{', '}'})
                .isProblem(415, "unsupported-media-type");
    }

    @ParameterizedTest
    @MethodSource("withACredential")
    void refusesSuchACallerWhateverItAsksFor(Operation operation) {
        var path = path(operation.path());
        var before = tenant.http().get("/v1/audit").text();
        tenant.http()
                .with("Accept", "application/xml")
                .with("Content-Type", "application/json")
                .send(operation.method(), path, new byte[] {'{', '}'})
                .isProblem(406, "not-acceptable");
        assertThat(tenant.http().get("/v1/audit").text()).isEqualTo(before);
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

    @Test
    void answersErrorsAsProblemsWhateverIsAccepted() {
        service.client()
                .with("Accept", "application/problem+json;q=0, text/html")
                .get("/v1/me")
                .isProblem(401, "unauthenticated");
    }

    @Test
    void refusesABodyThatIsTooLarge() {
        var head = String.join(
                "\r\n",
                "POST /v1/connexions HTTP/1.1",
                "Host: x",
                "Content-Type: application/json",
                "Authorization: Bearer " + Tokens.of(tenant.user(), Fixtures.NOW),
                "");
        // nothing is sent that would not be read: an answer is lost with a connection that is reset
        assertThat(raw(head + "Content-Length: 1048577\r\n\r\n"))
                .startsWith("HTTP/1.1 413 ")
                .contains("/problems/payload-too-large", "Connection: close");
        var chunk = "8000\r\n" + "x".repeat(0x8000) + "\r\n";
        assertThat(raw(head + "Transfer-Encoding: chunked\r\n\r\n" + chunk.repeat(32) + "1\r\nx\r\n"))
                .startsWith("HTTP/1.1 413 ")
                .contains("/problems/payload-too-large", "Connection: close");
        var expecting = raw(String.join(
                "\r\n",
                "POST /v1/connexions HTTP/1.1",
                "Host: x",
                "Content-Type: application/json",
                "Content-Length: 2000000",
                "Expect: 100-continue",
                "",
                ""));
        assertThat(expecting).startsWith("HTTP/1.1 413 ").doesNotContain("100 Continue");
    }

    @Test
    void takesABodyThatIsJustNotTooLarge() {
        var padded = "{" + " ".repeat((1 << 20) - 2) + "}";
        tenant.http().post("/v1/connexions", padded).isProblem(422, "validation-failed");
    }

    @Test
    void refusesWhatIsTooLong() {
        service.client().get("/v1/me?" + "x".repeat(4096)).isProblem(414, "uri-too-long");
        service.client().get("/" + "x".repeat(4096)).isProblem(414, "uri-too-long");
        assertThat(raw("GET /" + "x".repeat(20_000) + " HTTP/1.1\r\nHost: x\r\n\r\n"))
                .startsWith("HTTP/1.1 414 ")
                .contains("/problems/uri-too-long");
        service.client().with("X-Large", "x".repeat(17_000)).get("/v1/me").isProblem(431, "headers-too-large");
        var many = service.client();
        for (var i = 0; i < 101; i++) {
            many = many.with("X-Many-" + i, "x");
        }
        many.get("/v1/me").isProblem(431, "headers-too-large");
        // the connection ends at once, and may take the answer with it
        assertThat(raw("GET /v1/me HTTP/1.1\r\nHost: x\r\nX-Large: " + "x".repeat(70_000) + "\r\n\r\n"))
                .matches(answer -> answer.isEmpty() || answer.startsWith("HTTP/1.1 400 "));
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

    /** Of something that is there. */
    private String path(String template) {
        var connexion = tenant.connected();
        return template.replace("authorization-sessions/{id}", "authorization-sessions/" + idOf(session(connexion)))
                .replace("grants/{id}", "grants/" + grantOf(connexion))
                .replace("{id}", connexion)
                .replace("{rid}", idOf(tenant.http().post("/v1/connexions/" + connexion + "/quota/reservations", "{}")))
                .replace("{token}", "x".repeat(43))
                .replace("{asset}", "start.js")
                .replace("{slug}", "not-found");
    }

    private Reply session(String connexion) {
        return tenant.http()
                .post("/v1/connexions/" + connexion + "/authorization-sessions", "{\"loginProduct\":\"instagram\"}");
    }

    private String grantOf(String connexion) {
        return tenant.http()
                .get("/v1/connexions/" + connexion)
                .has(200)
                .json()
                .path("grantId")
                .asText();
    }

    private static String idOf(Reply made) {
        return made.has(201).json().path("id").asText();
    }

    private String raw(String request) {
        return RawSocket.exchange(service.port(), request);
    }
}
