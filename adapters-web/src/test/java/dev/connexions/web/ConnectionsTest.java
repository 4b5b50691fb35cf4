package dev.connexions.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.application.testing.Fixtures;
import dev.connexions.web.testing.RawSocket;
import dev.connexions.web.testing.Tenant;
import dev.connexions.web.testing.TestService;
import dev.connexions.web.testing.Tokens;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a caller does with its connection. */
class ConnectionsTest {

    private static final String BODY =
            "{\"clientId\":\"9c5b94b1-35ad-49bb-b118-8e8fc24abf80\",\"accountEmail\":\"a@example.org\"}";
    private static final int PATIENCE_MILLIS = 60_000;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 ([0-9]{3}) ");

    private final TestService service = TestService.shared();
    private final Tenant tenant = Tenant.of(service);

    @Test
    void answersPipelinedRequestsInTheirOrder() {
        var one = "/v1/connexions/" + tenant.newConnexion();
        var requests = request("GET", one, "")
                + request("GET", "/v1/nothing", "")
                + request("GET", one, "If-None-Match: *\r\n")
                + request("DELETE", one, "If-Match: \"stale\"\r\n")
                + request("FOO", one, "")
                + request("GET", one + "?x=1", "Connection: close\r\n");
        var answers = RawSocket.untilItCloses(service.port(), requests);
        assertThat(STATUS.matcher(answers).results().map(match -> match.group(1)))
                .containsExactly("200", "404", "304", "412", "405", "400");
    }

    /** K9: the other end has said what it has to say, and what it promised does not come. */
    @Test
    void servesNoBodyThatEndsTooEarly() throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), service.port())) {
            socket.getOutputStream().write(promising(BODY.length() + 1).getBytes(US_ASCII));
            socket.shutdownOutput();
            socket.setSoTimeout(PATIENCE_MILLIS);
            assertThat(everythingFrom(socket))
                    .matches(answer -> answer.isEmpty() || answer.startsWith("HTTP/1.1 400 "));
        }
        assertThat(tenant.http().get("/v1/connexions").json().path("items")).isEmpty();
    }

    /** K9: whoever merely stops is not waited for any longer than we say. */
    @Test
    void givesUpOnABodyThatDoesNotCome() throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), service.port())) {
            socket.getOutputStream().write(promising(BODY.length() + 1).getBytes(US_ASCII));
            socket.setSoTimeout(PATIENCE_MILLIS);
            assertThat(everythingFrom(socket))
                    .matches(answer -> answer.isEmpty() || answer.startsWith("HTTP/1.1 400 "));
        }
        assertThat(tenant.http().get("/v1/connexions").json().path("items")).isEmpty();
    }

    /** K9: what is left of a body is no request. */
    @Test
    void takesNoRestOfABodyForARequest() {
        for (var length : List.of(0, 1, BODY.length() - 1)) {
            var rest = BODY.substring(length) + "GET /v1/smuggled HTTP/1.1\r\nHost: x\r\n\r\n";
            var begin = promising(length);
            var answers = RawSocket.untilItCloses(
                    service.port(),
                    begin.substring(0, begin.length() - BODY.length()) + BODY.substring(0, length) + rest);
            assertThat(STATUS.matcher(answers).results().map(match -> match.group(1)))
                    .as("%d", length)
                    .allMatch("400"::equals);
            assertThat(answers).doesNotContain("smuggled");
        }
    }

    @Test
    void speaksNothingElseOnRequest() {
        for (var upgrade : List.of("websocket", "h2c", "TLS/1.0", "garbage")) {
            var answer = RawSocket.exchange(
                    service.port(),
                    request(
                            "GET",
                            "/v1/me",
                            "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: " + upgrade
                                    + "\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\nSec-WebSocket-Version: 13\r\n"
                                    + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"));
            assertThat(answer).as(upgrade).startsWith("HTTP/1.1 200 ");
        }
    }

    /** Whether it was done, the key tells whoever could not wait for the answer. */
    @Test
    void finishesWhatACallerDoesNotWaitFor() throws IOException {
        var key = UUID.randomUUID().toString();
        var request = request(
                        "POST",
                        "/v1/connexions",
                        "Idempotency-Key: " + key + "\r\nContent-Type: application/json\r\nContent-Length: "
                                + BODY.length() + "\r\n")
                + BODY;
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), service.port())) {
            socket.getOutputStream().write(request.getBytes(US_ASCII));
            socket.getOutputStream().flush();
        }
        var asking = tenant.http().with("Idempotency-Key", key);
        var patience = Instant.now().plus(Duration.ofSeconds(10));
        var told = asking.post("/v1/connexions", BODY);
        while (told.status() == 409 && Instant.now().isBefore(patience)) {
            told = asking.post("/v1/connexions", BODY);
        }
        told.has(201);
        assertThat(tenant.http().get("/v1/connexions").json().path("items")).hasSize(1);
    }

    /** The body, with another length than it has. */
    private String promising(int length) {
        return request("POST", "/v1/connexions", "Content-Type: application/json\r\nContent-Length: " + length + "\r\n")
                + BODY;
    }

    /** Until the service ends the connection; a connection that it keeps ends in an exception. */
    private static String everythingFrom(Socket socket) throws IOException {
        try {
            return new String(socket.getInputStream().readAllBytes(), US_ASCII);
        } catch (SocketException reset) {
            return "";
        }
    }

    private String request(String method, String path, String more) {
        return method + " " + path + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                + Tokens.of(tenant.user(), Fixtures.NOW) + "\r\n" + more + "\r\n";
    }
}
