package dev.connexions.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.web.testing.OpenApiContract;
import dev.connexions.web.testing.OpenApiContract.Operation;
import dev.connexions.web.testing.Reply;
import dev.connexions.web.testing.Tenant;
import dev.connexions.web.testing.TestService;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every path of the document answers, whatever it is about. */
class EveryPathTest {

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

    @ParameterizedTest
    @MethodSource("withACredential")
    void refusesACallerWhoTakesNoJsonWhateverItAsksFor(Operation operation) {
        var path = path(operation.path());
        var before = tenant.http().get("/v1/audit").text();
        tenant.http()
                .with("Accept", "application/xml")
                .with("Content-Type", "application/json")
                .send(operation.method(), path, new byte[] {'{', '}'})
                .isProblem(406, "not-acceptable");
        assertThat(tenant.http().get("/v1/audit").text()).isEqualTo(before);
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
}
