package dev.connexions.meta.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.application.authorization.InstagramLogin;
import dev.connexions.application.authorization.InstagramLogin.Exchange;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.meta.shared.GraphClient;
import dev.connexions.meta.testing.CapturedLogs;
import dev.connexions.meta.testing.RawServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever Meta's answers become, the port's answer is that it cannot be relied on, and it comes in time. */
class GraphLoginTroubleTest {

    private static final Duration LIMIT = Duration.ofMillis(1500);

    /** Longer than any machine needs to give up at the limit. */
    private static final Duration MUCH_LONGER = LIMIT.multipliedBy(10);

    private final RawMeta meta = new RawMeta(Duration.ofSeconds(9));

    @AfterEach
    void stop() {
        meta.close();
    }

    static Stream<Arguments> troubles() {
        return Stream.of(RawMeta.TOKEN, RawMeta.EXCHANGE, RawMeta.ME)
                .flatMap(path -> Stream.of(
                        trouble(path, "500", plain(500, "Internal Server Error")),
                        trouble(path, "502 as a page", page(502)),
                        trouble(path, "200 as a page", page(200)),
                        trouble(path, "404 as a page", page(404)),
                        trouble(path, "an error with a good status", plain(200, error(2))),
                        trouble(path, "an outage in words", plain(500, error(1))),
                        trouble(path, "throttling", plain(400, error(4))),
                        trouble(path, "throttling by status", plain(429, "")),
                        trouble(path, "a refused token", plain(400, error(190))),
                        trouble(path, "an error without a code", plain(400, "{\"error\":\"nope\"}")),
                        trouble(path, "nothing", plain(200, "")),
                        trouble(path, "an empty object", plain(200, "{}")),
                        trouble(path, "an array", plain(200, "[]")),
                        trouble(path, "empty data", plain(200, "{\"data\":[]}")),
                        trouble(path, "two in one", plain(200, "{\"data\":[{},{}]}")),
                        trouble(path, "JSON cut short", plain(200, "{\"access_token\":\"IGAA")),
                        trouble(path, "a tower", plain(200, "{\"a\":" + "[".repeat(5000) + "]".repeat(5000) + "}")),
                        trouble(path, "ten megabytes", plain(200, "{\"a\":\"" + "x".repeat(10 << 20) + "\"}")),
                        trouble(path, "ten megabytes of spaces", plain(200, " ".repeat(10 << 20) + "{}")),
                        trouble(path, "a gzip bomb", gzipBomb()),
                        trouble(path, "a redirect", redirect()),
                        trouble(path, "silence", out -> Thread.sleep(MUCH_LONGER)),
                        trouble(path, "a hang-up", out -> {}),
                        trouble(path, "a hang-up in the middle", cut()),
                        trouble(path, "a drip", drip())));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("troubles")
    void answersThatMetaIsUnavailable(String path, String name, RawServer.Script script) {
        try (var hurried = new RawMeta(LIMIT)) {
            hurried.server.on(path, script);
            var started = System.nanoTime();
            assertThat(hurried.exchange()).isInstanceOf(Exchange.Unavailable.class);
            assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(MUCH_LONGER);
            assertThat(hurried.server.heads()).noneMatch(head -> head.contains("/elsewhere"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",\"expires_in\":null",
                ",\"expires_in\":-1",
                ",\"expires_in\":0",
                ",\"expires_in\":3599",
                ",\"expires_in\":7776001",
                ",\"expires_in\":1000000000000",
                ",\"expires_in\":1e400",
                ",\"expires_in\":99999999999999999999999",
                ",\"expires_in\":\"5183944\"",
                ",\"expires_in\":5183944.5",
                ",\"expires_in\":true",
                ",\"expires_in\":[5183944]"
            })
    void inventsNoExpiry(String expiresIn) {
        meta.server.on(RawMeta.EXCHANGE, 200, "{\"access_token\":\"IGAAl\"" + expiresIn + "}");
        assertThat(meta.exchange()).isInstanceOf(Exchange.Unavailable.class);
        assertThat(meta.server.heads()).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("almostGood")
    void trustsNoAnswerThatIsOnlyAlmostGood(int status, String body) {
        meta.server.on(RawMeta.EXCHANGE, status, body);
        assertThat(meta.exchange()).isInstanceOf(Exchange.Unavailable.class);
        assertThat(meta.server.heads()).hasSize(2);
    }

    static Stream<Arguments> almostGood() {
        var good = "\"access_token\":\"IGAAl\",\"expires_in\":5183944";
        return Stream.of(
                Arguments.of(200, "{\"access_token\":\"IGAAk\"," + good + "}"),
                Arguments.of(200, "{" + good + "} {}"),
                Arguments.of(200, "{" + good + ",\"x\":" + "[".repeat(40) + "]".repeat(40) + "}"),
                Arguments.of(200, "{\"data\":[{" + good + "},{" + good + "}]}"),
                Arguments.of(200, "[{" + good + "}]"),
                Arguments.of(200, "{" + good + ",\"error\":{\"code\":2}}"),
                Arguments.of(200, "{" + good + "}" + " ".repeat(1 << 20)),
                Arguments.of(302, "{" + good + "}"),
                Arguments.of(404, "{" + good + "}"),
                Arguments.of(500, "{" + good + "}"));
    }

    @Test
    void readsAlmostAMebibyte() {
        var good = "{\"access_token\":\"IGAAl\",\"expires_in\":5183944}";
        meta.server.on(RawMeta.EXCHANGE, 200, good + " ".repeat((1 << 20) - good.length()));
        assertThat(meta.exchange()).isInstanceOf(Exchange.Consented.class);
    }

    /** A listener whose queue is full lets nobody in and turns nobody away. */
    @Test
    void waitsThreeSecondsToBeLetIn() throws IOException {
        try (var full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var waiting = fill(full);
            var settings = RawMeta.settings(URI.create("http://127.0.0.1:" + full.getLocalPort()));
            try (var client = new GraphClient(settings, () -> RawMeta.NOW)) {
                var login = new GraphLogin(client, settings, () -> RawMeta.NOW);
                var started = System.nanoTime();
                assertThat(login.exchange(LoginProduct.INSTAGRAM, new InstagramLogin.Code("c")))
                        .isInstanceOf(Exchange.Unavailable.class);
                assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(8));
            } finally {
                for (var socket : waiting) {
                    socket.close();
                }
            }
        }
    }

    private static List<Socket> fill(ServerSocket listener) throws IOException {
        var waiting = new ArrayList<Socket>();
        while (true) {
            var socket = new Socket();
            waiting.add(socket);
            try {
                socket.connect(listener.getLocalSocketAddress(), 200);
            } catch (SocketTimeoutException isFull) {
                return waiting;
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {3600, 7776000})
    void takesEveryExpiryThatCanBe(int seconds) {
        meta.server.on(RawMeta.EXCHANGE, 200, "{\"access_token\":\"IGAAl\",\"expires_in\":" + seconds + "}");
        assertThat(meta.exchange())
                .isInstanceOfSatisfying(
                        Exchange.Consented.class,
                        granted -> assertThat(granted.token().lease().expiresAt())
                                .isEqualTo(RawMeta.NOW.plusSeconds(seconds)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\"with space\"", "\"line\\nbreak\"", "\"caf\u00e9\"", "17", "null", "[\"a\"]"})
    void takesNoTokenThatIsNone(String token) {
        meta.server.on(RawMeta.EXCHANGE, 200, "{\"access_token\":" + token + ",\"expires_in\":5183944}");
        assertThat(meta.exchange()).isInstanceOf(Exchange.Unavailable.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"user_id\":\"2\",\"username\":\"u\",\"account_type\":\"BUSINESS\"}",
                "{\"id\":\"1\",\"username\":\"u\",\"account_type\":\"BUSINESS\"}",
                "{\"id\":\"1\",\"user_id\":\"2\",\"username\":\"u\"}",
                "{\"id\":\"1\",\"user_id\":1.7841400000000001e16,\"username\":\"u\",\"account_type\":\"BUSINESS\"}",
                "{\"id\":\"1\",\"user_id\":\"../2\",\"username\":\"u\",\"account_type\":\"BUSINESS\"}",
                "{\"id\":\"1\",\"user_id\":-2,\"username\":\"u\",\"account_type\":\"BUSINESS\"}",
                "{\"id\":\"1\",\"user_id\":\"2\",\"username\":5,\"account_type\":\"BUSINESS\"}",
                "{\"id\":\"1\",\"user_id\":\"2\",\"username\":\"a\\u0000b\",\"account_type\":\"BUSINESS\"}"
            })
    void takesNoProfileThatIsNone(String body) {
        meta.server.on(RawMeta.ME, 200, body);
        assertThat(meta.exchange()).isInstanceOf(Exchange.Unavailable.class);
    }

    @Test
    void sharesOneLimitAmongAllItsCalls() {
        var slow = LIMIT;
        var limit = slow.multipliedBy(3);
        try (var patient = new RawMeta(limit)) {
            for (var path : new String[] {RawMeta.TOKEN, RawMeta.EXCHANGE}) {
                patient.server.on(path, late(slow, path));
            }
            patient.server.on(RawMeta.ME, out -> Thread.sleep(MUCH_LONGER));
            var started = System.nanoTime();
            assertThat(patient.exchange()).isInstanceOf(Exchange.Unavailable.class);
            assertThat(Duration.ofNanos(System.nanoTime() - started))
                    .isBetween(limit, limit.plus(slow).plus(slow));
            assertThat(patient.server.heads()).hasSize(3);
        }
    }

    @Test
    void saysThatNobodyIsThere() {
        meta.server.close();
        assertThat(meta.exchange()).isInstanceOf(Exchange.Unavailable.class);
    }

    @Test
    void neverSaysASecret() {
        try (var logs = new CapturedLogs()) {
            for (var path : new String[] {RawMeta.ME, RawMeta.EXCHANGE, RawMeta.TOKEN}) {
                meta.server.on(
                        path, plain(400, "{\"error\":{\"code\":190,\"message\":\"IGAAcanaryShort AQBcanaryCode\"}}"));
                assertThat(meta.exchange().toString()).doesNotContain("canary");
            }
            assertThat(logs.text())
                    .contains("Meta refused the token (token_invalid): code 190")
                    .doesNotContain("canary");
        }
    }

    private static Arguments trouble(String path, String name, RawServer.Script script) {
        return Arguments.of(path, name, script);
    }

    private static RawServer.Script plain(int status, String body) {
        return out -> out.write(RawServer.answer(status, "application/json", body));
    }

    private static RawServer.Script page(int status) {
        return out -> out.write(RawServer.answer(status, "text/html", "<html><body>Sorry</body></html>"));
    }

    private static String error(int code) {
        return "{\"error\":{\"message\":\"m\",\"type\":\"OAuthException\",\"code\":" + code + "}}";
    }

    private static RawServer.Script redirect() {
        return out -> out.write("HTTP/1.1 302 Found\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n"
                .getBytes(StandardCharsets.US_ASCII));
    }

    private static RawServer.Script cut() {
        return out -> out.write("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"access_token\":\"IGAA"
                .getBytes(StandardCharsets.US_ASCII));
    }

    private static RawServer.Script drip() {
        return out -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            for (var i = 0; i < 500; i++) {
                out.write(' ');
                out.flush();
                Thread.sleep(50);
            }
        };
    }

    private static RawServer.Script late(Duration delay, String path) {
        return out -> {
            Thread.sleep(delay);
            out.write(RawServer.answer(
                    200,
                    "application/json",
                    path.equals(RawMeta.TOKEN)
                            ? "{\"access_token\":\"IGAAs\",\"permissions\":[\"instagram_business_basic\"]}"
                            : "{\"access_token\":\"IGAAl\",\"expires_in\":5183944}"));
        };
    }

    private static RawServer.Script gzipBomb() {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(new byte[50 << 20]);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return out -> {
            out.write(("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + bytes.size()
                            + "\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(bytes.toByteArray());
        };
    }
}
