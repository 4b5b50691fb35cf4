package dev.connexions.meta.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connexions.meta.testing.RunningSandbox;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultsTest {

    private final RunningSandbox meta = RunningSandbox.start();
    private final SandboxAccount account = meta.account("BUSINESS");
    private final String token = meta.longToken(account);

    @AfterEach
    void stop() {
        meta.close();
    }

    @Test
    void answersTheErrorThatWasAskedFor() {
        plant("\"behaviour\":\"answer\",\"status\":403,\"error\":{\"code\":100,\"subcode\":33}");
        var reply = meta.me(token);
        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.error()).isEqualTo("100/33");
    }

    @Test
    void answersAnOutageUnlessToldWhat() {
        plant("\"behaviour\":\"answer\"");
        assertThat(meta.me(token).status()).isEqualTo(500);
        assertThat(meta.me(token).error()).isEqualTo("2/0");
    }

    @Test
    void answersABodyToTheLetter() {
        plant("\"behaviour\":\"answer\",\"body\":{\"access_token\":\"IGAAx\",\"expires_in\":-1}");
        assertThat(meta.me(token).body()).isEqualTo("{\"access_token\":\"IGAAx\",\"expires_in\":-1}");
        meta.control("DELETE", "/faults", "");
        plant("\"behaviour\":\"answer\",\"status\":200,\"body\":\"not JSON\"");
        assertThat(meta.me(token).body()).isEqualTo("not JSON");
    }

    @Test
    void answersAPage() {
        plant("\"behaviour\":\"html\"");
        assertThat(meta.me(token).status()).isEqualTo(502);
        assertThat(meta.me(token).header("content-type")).startsWith("text/html");
    }

    @Test
    void throttles() {
        plant("\"behaviour\":\"throttle\",\"for\":\"PT10M\",\"match\":{\"account\":\"" + account.id() + "\"},"
                + "\"error\":{\"code\":80002}");
        var reply = meta.me(token);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.error()).isEqualTo("80002/0");
        assertThat(reply.header("x-app-usage")).contains("\"call_count\":100");
        assertThat(reply.header("x-business-use-case-usage"))
                .contains(account.id(), "\"estimated_time_to_regain_access\":9");
        meta.advance(Duration.ofMinutes(10));
        assertThat(meta.me(token).status()).isEqualTo(200);
    }

    @Test
    void cutsBeforeAnythingIsDone() {
        var code = meta.code(account);
        plant("\"behaviour\":\"cut_before\",\"times\":1,\"match\":{\"path\":\"/oauth/access_token\"}");
        assertThatThrownBy(() -> meta.redeem(code)).hasRootCauseInstanceOf(IOException.class);
        assertThat(meta.redeem(code).status()).isEqualTo(200);
    }

    @Test
    void cutsAfterItWasDone() {
        var code = meta.code(account);
        plant("\"behaviour\":\"cut_after\",\"times\":1,\"match\":{\"path\":\"/oauth/access_token\"}");
        assertThatThrownBy(() -> meta.redeem(code)).hasRootCauseInstanceOf(IOException.class);
        assertThat(meta.redeem(code).status()).isEqualTo(400);
    }

    @Test
    void breaksTheConnection() throws IOException {
        plant("\"behaviour\":\"reset\"");
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(
                    InetAddress.getLoopbackAddress(), meta.sandbox().url().getPort()));
            socket.getOutputStream()
                    .write("GET /graph.instagram.com/me HTTP/1.1\r\nHost: x\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            assertThatThrownBy(() -> socket.getInputStream().read())
                    .isInstanceOf(SocketException.class)
                    .hasMessageContaining("reset");
        }
        meta.control("DELETE", "/faults", "");
        assertThat(meta.me(token).status()).isEqualTo(200);
    }

    @Test
    void takesItsTime() {
        plant("\"behaviour\":\"slow\",\"delayMs\":300");
        var started = System.nanoTime();
        assertThat(meta.me(token).status()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isGreaterThan(Duration.ofMillis(300));
    }

    @Test
    void dripsByteByByte() {
        plant("\"behaviour\":\"drip\",\"delayMs\":5");
        var started = System.nanoTime();
        var reply = meta.me(token);
        assertThat(reply.json().path("user_id").asText()).isEqualTo(account.id());
        assertThat(Duration.ofNanos(System.nanoTime() - started))
                .isGreaterThan(Duration.ofMillis(5L * reply.body().length()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/graph.instagram.com/v26.0/me",
                "/v26.0/me",
                "/me",
                "*/me",
                "/graph.instagram.com/*",
                "/*",
                "*m*"
            })
    void matchesAPathInAnySpelling(String glob) {
        plant("\"behaviour\":\"answer\",\"match\":{\"path\":\"" + glob + "\"}");
        assertThat(meta.me(token).status()).isEqualTo(500);
    }

    @ParameterizedTest
    @CsvSource({"/m, GET", "/me/*, GET", "/mee, GET", "/v25.0/me, GET", "/me, POST"})
    void sparesOtherPathsAndMethods(String glob, String method) {
        plant("\"behaviour\":\"answer\",\"match\":{\"path\":\"" + glob + "\",\"method\":\"" + method + "\"}");
        assertThat(meta.me(token).status()).isEqualTo(200);
    }

    @Test
    void sparesOtherAccounts() {
        var other = meta.account("BUSINESS");
        var others = meta.longToken(other);
        plant("\"behaviour\":\"answer\",\"match\":{\"account\":\"" + other.id() + "\"}");
        assertThat(meta.me(token).status()).isEqualTo(200);
        assertThat(meta.me(others).status()).isEqualTo(500);
        assertThat(meta.get("/graph.instagram.com/" + other.id()).status()).isEqualTo(500);
    }

    @Test
    void knowsTheAccountByItsCode() {
        var code = meta.code(account);
        plant("\"behaviour\":\"answer\",\"times\":1,\"match\":{\"account\":\"" + account.id() + "\"}");
        assertThat(meta.redeem(code).status()).isEqualTo(500);
        assertThat(meta.redeem(code).status()).isEqualTo(200);
    }

    @Test
    void strikesAsOftenAsItShould() {
        plant("\"behaviour\":\"answer\",\"times\":2");
        assertThat(meta.me(token).status()).isEqualTo(500);
        assertThat(meta.control("GET", "/faults", "")
                        .json()
                        .path("items")
                        .path(0)
                        .path("times")
                        .asInt())
                .isEqualTo(1);
        assertThat(meta.me(token).status()).isEqualTo(500);
        assertThat(meta.me(token).status()).isEqualTo(200);
        assertThat(meta.control("GET", "/faults", "").json().path("items")).isEmpty();
    }

    @Test
    void throwsTheSameDiceForTheSameSeed() {
        var first = struck();
        assertThat(first).contains(true).contains(false);
        meta.control("POST", "/reset", "{\"seed\":42}");
        assertThat(struck()).isEqualTo(first);
    }

    @Test
    void canBeLookedAtAndTakenAway() {
        var id = plant("\"behaviour\":\"html\",\"times\":3").json().path("id").asText();
        assertThat(meta.control("GET", "/faults/" + id, "")
                        .json()
                        .path("behaviour")
                        .asText())
                .isEqualTo("html");
        assertThat(meta.control("DELETE", "/faults/" + id, "").status()).isEqualTo(204);
        assertThat(meta.control("GET", "/faults/" + id, "").status()).isEqualTo(404);
        assertThat(meta.control("DELETE", "/faults/" + id, "").status()).isEqualTo(404);
        assertThat(meta.me(token).status()).isEqualTo(200);
    }

    @Test
    void neverStrikesTheControlApi() {
        plant("\"behaviour\":\"answer\"");
        assertThat(meta.control("GET", "/clock", "").status()).isEqualTo(200);
    }

    @Test
    void endsAPauseWhenTheSandboxIsClosed() throws InterruptedException {
        plant("\"behaviour\":\"slow\",\"delayMs\":60000");
        var caller = Thread.ofVirtual().start(() -> assertThatThrownBy(() -> meta.me(token)));
        while (meta.control("GET", "/requests?path=/me", "")
                .json()
                .path("items")
                .isEmpty()) {
            Thread.onSpinWait();
        }
        var started = System.nanoTime();
        meta.sandbox().close();
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(4));
        assertThat(caller.join(Duration.ofSeconds(5))).isTrue();
    }

    private RunningSandbox.Reply plant(String members) {
        var reply = meta.control("POST", "/faults", "{" + members + "}");
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        return reply;
    }

    private List<Boolean> struck() {
        plant("\"behaviour\":\"answer\",\"probability\":0.5");
        return IntStream.range(0, 40)
                .mapToObj(i -> meta.get("/graph.instagram.com/me").status() == 500)
                .toList();
    }
}
