package dev.connexions.web.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OpenApiContractTest {

    private static final String ME = """
        {"userId":"0b6f7c1e-5a44-4b8e-9d0a-6f1c2a3b4c5d","administrator":false,"permissions":[]%s}\
        """;

    private final OpenApiContract contract = OpenApiContract.load();
    private final Map<String, List<String>> headers = new LinkedHashMap<>(Map.of(
            "X-Request-Id", List.of("abc"),
            "Content-Type", List.of("application/json"),
            "Cache-Control", List.of("private, no-cache"),
            "ETag", List.of('"' + "A".repeat(43) + '"'),
            "X-Content-Type-Options", List.of("nosniff"),
            "Referrer-Policy", List.of("no-referrer")));

    @Test
    void acceptsWhatIsDeclared() {
        assertThatCode(() -> check("GET", "/v1/me", 200, ME.formatted(""))).doesNotThrowAnyException();
        assertThatCode(() -> check("HEAD", "/v1/me", 200, "")).doesNotThrowAnyException();
    }

    @Test
    void refusesAMemberThatIsNotDeclared() {
        refuses("GET", "/v1/me", 200, ME.formatted(",\"password\":\"x\""), "password");
    }

    @Test
    void refusesAValueThatIsNotAsDeclared() {
        refuses("GET", "/v1/me", 200, ME.formatted("").replace("0b6f7c1e", "0B6F7C1E"), "userId");
    }

    @Test
    void refusesAStatusThatIsNotDeclared() {
        refuses("GET", "/v1/me", 202, ME.formatted(""), "does not declare this status");
    }

    @Test
    void refusesAMediaTypeThatIsNotDeclared() {
        headers.put("Content-Type", List.of("text/plain"));
        refuses("GET", "/v1/me", 200, ME.formatted(""), "text/plain");
    }

    @Test
    void refusesAnAnswerWithoutItsHeaders() {
        headers.remove("Cache-Control");
        refuses("GET", "/v1/me", 200, ME.formatted(""), "Cache-Control is missing");
    }

    @Test
    void refusesAHeaderWithAnotherValue() {
        headers.put("Cache-Control", List.of("public"));
        refuses("GET", "/v1/me", 200, ME.formatted(""), "Cache-Control is public");
    }

    @Test
    void refusesABodyWhereNoneIsDeclared() {
        refuses("DELETE", "/v1/connexions/0b6f7c1e-5a44-4b8e-9d0a-6f1c2a3b4c5d", 204, "{}", "no body");
        refuses("HEAD", "/v1/me", 200, "{}", "HEAD has no body");
    }

    @Test
    void refusesASuccessOfAnOperationThatIsNotDeclared() {
        refuses("PUT", "/v1/me", 200, "{}", "undeclared");
        refuses("GET", "/v2/me", 200, "{}", "undeclared");
    }

    @Test
    void refusesAProblemOfAnotherType() {
        headers.put("Content-Type", List.of("application/problem+json"));
        headers.put("Cache-Control", List.of("no-store"));
        var problem = """
            {"type":"/problems/%s","title":"t","status":404,"detail":"d","instance":"/","requestId":"r"}\
            """;
        var path = "/v1/connexions/0b6f7c1e-5a44-4b8e-9d0a-6f1c2a3b4c5d";
        assertThatCode(() -> check("GET", path, 404, problem.formatted("not-found")))
                .doesNotThrowAnyException();
        refuses("GET", path, 404, problem.formatted("conflict"), "type");
    }

    @Test
    void findsTheExamplesOfTheDocumentAsItDeclaresThem() {
        assertThatCode(contract::checkExamples).doesNotThrowAnyException();
    }

    private void refuses(String method, String path, int status, String body, String naming) {
        assertThatThrownBy(() -> check(method, path, status, body))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(naming);
    }

    private void check(String method, String path, int status, String body) {
        contract.check(method, path, status, headers, body.getBytes(UTF_8));
    }
}
