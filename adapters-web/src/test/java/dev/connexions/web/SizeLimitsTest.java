package dev.connexions.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.application.testing.Fixtures;
import dev.connexions.web.testing.RawSocket;
import dev.connexions.web.testing.Tenant;
import dev.connexions.web.testing.TestService;
import dev.connexions.web.testing.Tokens;
import org.junit.jupiter.api.Test;

class SizeLimitsTest {

    private final TestService service = TestService.shared();
    private final Tenant tenant = Tenant.of(service);

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

    private String raw(String request) {
        return RawSocket.exchange(service.port(), request);
    }
}
