package dev.connexions.meta.shared;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.application.shared.MetaFailure;
import dev.connexions.application.shared.MetaFailure.Outage;
import dev.connexions.meta.testing.CapturedLogs;
import dev.connexions.meta.testing.RawServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever Meta's answers become, the reply says so, in time, and says whether something may have been done. */
class GraphTroubleTest {

    private static final Duration LIMIT = Duration.ofMillis(1500);

    /** For what answers, however busy the machine is. */
    private static final Duration PATIENCE = Duration.ofSeconds(9);

    /** Longer than any machine needs to give up at the limit. */
    private static final Duration MUCH_LONGER = LIMIT.multipliedBy(20);

    private final RawGraph graph = new RawGraph();

    @AfterEach
    void stop() {
        graph.close();
    }

    static Stream<Arguments> troubles() {
        return Stream.of(
                trouble("a hang-up", Outage.Kind.CUT, true, out -> {}),
                trouble("a hang-up in the middle", Outage.Kind.CUT, true, cut()),
                trouble("502 as a page", Outage.Kind.FAILED, true, answer(502, "<html>")),
                trouble("500 and nothing", Outage.Kind.FAILED, true, answer(500, "")),
                trouble("nothing", Outage.Kind.INVALID, true, answer(200, "")),
                trouble("an array", Outage.Kind.INVALID, true, answer(200, "[]")),
                trouble("JSON cut short", Outage.Kind.INVALID, true, answer(200, "{\"id\":\"17")),
                trouble("an error of the wrong type", Outage.Kind.INVALID, true, answer(200, "{\"error\":[4]}")),
                trouble(
                        "a code of the wrong type",
                        Outage.Kind.INVALID,
                        true,
                        answer(200, "{\"error\":{\"code\":{}}}")),
                trouble("a page of a proxy", Outage.Kind.INVALID, false, answer(404, "<html>")),
                trouble("a hundred megabytes", Outage.Kind.CUT, true, hundredMegabytes()),
                trouble("a byte a second", Outage.Kind.TIMEOUT, true, drip()),
                trouble("silence", Outage.Kind.TIMEOUT, true, out -> Thread.sleep(MUCH_LONGER)),
                trouble("a gzip bomb", Outage.Kind.INVALID, true, gzipBomb()),
                trouble("a redirect", Outage.Kind.INVALID, false, redirect(302)),
                trouble("a redirect that keeps the method", Outage.Kind.INVALID, false, redirect(307)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("troubles")
    void isNamedForWhatItIs(String name, Outage.Kind kind, boolean maybeDone, RawServer.Script script) {
        graph.server.on("/v26.0/17", script);
        graph.server.on("/v26.0/17/media_publish", script);
        var limit = kind == Outage.Kind.TIMEOUT ? LIMIT : PATIENCE;
        var started = System.nanoTime();
        assertThat(graph.client.send(RawGraph.READ, Deadline.in(limit)))
                .isEqualTo(new GraphReply.Failed(new Outage(kind)));
        assertThat(graph.client.send(RawGraph.WRITE, Deadline.in(limit)))
                .isEqualTo(new GraphReply.Failed(
                        maybeDone ? new MetaFailure.Ambiguous(new Outage(kind)) : new Outage(kind)));
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(MUCH_LONGER);
        assertThat(graph.server.heads()).hasSizeLessThanOrEqualTo(3).noneMatch(head -> head.contains("/elsewhere"));
    }

    @Test
    void knowsThatNothingWasSent() {
        graph.server.close();
        var unreachable = new GraphReply.Failed(new Outage(Outage.Kind.UNREACHABLE));
        assertThat(graph.client.send(RawGraph.READ, Deadline.in(LIMIT))).isEqualTo(unreachable);
        assertThat(graph.client.send(RawGraph.WRITE, Deadline.in(LIMIT))).isEqualTo(unreachable);
    }

    @Test
    void sendsNothingWhenTheTimeIsUp() {
        graph.server.on("/v26.0/17/media_publish", 200, "{\"id\":\"18\"}");
        assertThat(graph.client.send(RawGraph.WRITE, Deadline.in(Duration.ZERO)))
                .isEqualTo(new GraphReply.Failed(new Outage(Outage.Kind.TIMEOUT)));
        assertThat(graph.server.heads()).isEmpty();
    }

    @Test
    void readsAnErrorWhateverItsStatus() {
        graph.server.on("/v26.0/17", 200, "{\"error\":{\"code\":190,\"error_subcode\":460}}");
        assertThat(graph.send(RawGraph.READ))
                .isEqualTo(new GraphReply.Failed(
                        new MetaFailure.TokenInvalid("password_changed", new MetaFailure.Evidence(190, 460))));
    }

    @Test
    void saysNoSecretInAnyTrouble() {
        try (var logs = new CapturedLogs()) {
            troubles()
                    .map(trouble -> (RawServer.Script) trouble.get()[3])
                    .limit(12)
                    .forEach(script -> {
                        graph.server.on("/v26.0/17/media_publish", script);
                        var call = RawGraph.WRITE.with("caption", "canary").orAs(RawGraph.TOKEN);
                        assertThat(graph.client
                                        .send(call, Deadline.in(Duration.ofMillis(200)))
                                        .toString())
                                .doesNotContain("canary");
                    });
            assertThat(logs.text())
                    .contains("POST 127.0.0.1/v26.0/17/media_publish")
                    .doesNotContain("canary");
        }
    }

    private static Arguments trouble(String name, Outage.Kind kind, boolean maybeDone, RawServer.Script script) {
        return Arguments.of(name, kind, maybeDone, script);
    }

    private static RawServer.Script answer(int status, String body) {
        return out -> out.write(RawServer.answer(status, "text/html", body));
    }

    private static RawServer.Script redirect(int status) {
        return out -> out.write(
                ("HTTP/1.1 " + status + " X\r\nLocation: /elsewhere\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                        .getBytes(US_ASCII));
    }

    private static RawServer.Script cut() {
        return out -> out.write("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"id\":\"1".getBytes(US_ASCII));
    }

    private static RawServer.Script hundredMegabytes() {
        return out -> {
            out.write(("HTTP/1.1 200 OK\r\nContent-Length: " + (100 << 20) + "\r\n\r\n").getBytes(US_ASCII));
            var megabyte = new byte[1 << 20];
            for (var i = 0; i < 100; i++) {
                out.write(megabyte);
            }
        };
    }

    private static RawServer.Script drip() {
        return out -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n".getBytes(US_ASCII));
            for (var i = 0; i < 500; i++) {
                out.write(' ');
                out.flush();
                Thread.sleep(1000);
            }
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
                    .getBytes(US_ASCII));
            out.write(bytes.toByteArray());
        };
    }
}
