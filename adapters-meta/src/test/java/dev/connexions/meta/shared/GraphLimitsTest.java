package dev.connexions.meta.shared;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.application.shared.MetaFailure;
import dev.connexions.application.shared.MetaFailure.Evidence;
import dev.connexions.application.shared.MetaFailure.Outage;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.meta.limits.Usage;
import dev.connexions.meta.testing.CapturedLogs;
import dev.connexions.meta.testing.RawServer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the client learns from answers, and what it then leaves undone. */
class GraphLimitsTest {

    private static final GraphCall ABOUT_17 = RawGraph.READ.about("17");
    private static final GraphCall ABOUT_18 =
            GraphCall.get(LoginProduct.FACEBOOK, "18").as(RawGraph.TOKEN).about("18");

    private final RawServer server = new RawServer();
    private Instant now = RawGraph.NOW;
    private final GraphClient client = new GraphClient(RawGraph.settings(server.url()), () -> now);

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void waitsAsLongAsMetaAsksItToForThatAccount() {
        answers(
                "/v26.0/17",
                400,
                "{\"error\":{\"code\":80002}}",
                "X-Business-Use-Case-Usage: {\"17\":[{\"type\":\"instagram\",\"call_count\":100,"
                        + "\"estimated_time_to_regain_access\":5}]}");
        answers("/v26.0/18", 200, "{\"id\":\"18\"}");
        var end = now.plus(Duration.ofMinutes(5));
        assertThat(send(ABOUT_17)).isEqualTo(throttled(end, new Evidence(80002, null)));
        assertThat(send(ABOUT_17)).isEqualTo(throttled(end, null));
        assertThat(send(ABOUT_18)).isInstanceOf(GraphReply.Answered.class);
        assertThat(server.heads()).hasSize(2);
        assertThat(client.health().of(LoginProduct.FACEBOOK, "17")).isEqualTo(new Usage(100, RawGraph.NOW, end));

        now = end;
        answers("/v26.0/17", 200, "{\"id\":\"17\"}");
        assertThat(send(ABOUT_17)).isInstanceOf(GraphReply.Answered.class);
        assertThat(send(ABOUT_17)).isInstanceOf(GraphReply.Answered.class);
        assertThat(client.health().of(LoginProduct.FACEBOOK, "17").throttledUntil())
                .isNull();
    }

    @Test
    void holdsEverybodyBackWhenTheAppIsThrottled() {
        answers("/v26.0/17", 429, "", "Retry-After: 120");
        answers("/v26.0/18", 400, "{\"error\":{\"code\":4}}", "Retry-After: 120");
        var end = now.plusSeconds(120);
        assertThat(send(ABOUT_17)).isEqualTo(throttled(end, new Evidence(429, null)));
        assertThat(send(ABOUT_18)).isEqualTo(throttled(end, new Evidence(4, null)));
        assertThat(send(RawGraph.WRITE)).isEqualTo(throttled(end, null));
        assertThat(server.heads()).hasSize(2);
    }

    @Test
    void doubtsAPublicationThatMetaTookForSpam() {
        answers("/v26.0/17/media_publish", 403, "{\"error\":{\"code\":4,\"error_subcode\":2207051}}");
        var guess = now.plus(Duration.ofMinutes(1));
        assertThat(send(RawGraph.WRITE.about("17")))
                .isEqualTo(new GraphReply.Failed(
                        new MetaFailure.Ambiguous(new MetaFailure.ThrottledUntil(guess, new Evidence(4, 2207051)))));
        answers("/v26.0/18", 200, "{\"id\":\"18\"}");
        assertThat(send(ABOUT_18)).isInstanceOf(GraphReply.Answered.class);
    }

    @Test
    void hearsWhatIsThrottledWithinABatch() {
        answers("/v26.0/", 200, "[{\"code\":400,\"body\":\"{\\\"error\\\":{\\\"code\\\":17}}\"}]");
        var replies = client.batch(LoginProduct.FACEBOOK, RawGraph.TOKEN, List.of(ABOUT_17), soon());
        var guess = now.plus(Duration.ofMinutes(1));
        assertThat(replies).containsExactly(throttled(guess, new Evidence(17, null)));
        assertThat(send(ABOUT_17)).isEqualTo(throttled(guess, null));
    }

    @Test
    void asksNoHostThatIsOutOfOrderAndTriesAgainLater() {
        answers("/v26.0/17", 500, "");
        for (var i = 0; i < 20; i++) {
            assertThat(send(RawGraph.READ)).isEqualTo(failed(Outage.Kind.FAILED));
        }
        assertThat(send(RawGraph.READ)).isEqualTo(failed(Outage.Kind.SUSPENDED));
        assertThat(send(RawGraph.WRITE)).isEqualTo(failed(Outage.Kind.SUSPENDED));
        assertThat(server.heads()).hasSize(20);
        assertThat(client.health().breakers()).isEqualTo(Map.of(server.url().getAuthority(), "open"));

        now = now.plusSeconds(11);
        answers("/v26.0/17", 200, "{\"id\":\"17\"}");
        assertThat(send(RawGraph.READ)).isInstanceOf(GraphReply.Answered.class);
    }

    @Test
    void keepsAskingAHostThatOnlyRefuses() {
        answers("/v26.0/17", 400, "{\"error\":{\"code\":190}}");
        for (var i = 0; i < 50; i++) {
            send(RawGraph.READ);
        }
        assertThat(server.heads()).hasSize(50);
    }

    @Test
    void countsWhatMakesNoSense() {
        answers("/v26.0/17", 200, "{\"id\":\"17\"}", "X-App-Usage: {\"call_count\":101}");
        send(RawGraph.READ);
        assertThat(client.health().ignoredSignals()).isEqualTo(1);
        assertThat(client.health().ofApp(LoginProduct.FACEBOOK)).isEqualTo(new Usage(null, null, null));
    }

    @Test
    void saysThatMetaAnswersInAnotherVersion() {
        answers("/v26.0/17", 200, "{\"id\":\"17\"}", "facebook-api-version: v25.0");
        answers("/v26.0/18", 200, "{\"id\":\"18\"}", "facebook-api-version: canary");
        try (var logs = new CapturedLogs()) {
            send(RawGraph.READ);
            send(RawGraph.READ);
            send(ABOUT_18);
            assertThat(logs.text().lines().filter(line -> line.contains("CONNEXIONS_META_GRAPH_VERSION")))
                    .singleElement()
                    .asString()
                    .contains("v25.0", "v26.0");
        }
        assertThat(client.health().servedVersions()).isEqualTo(Map.of(LoginProduct.FACEBOOK, "v25.0"));
    }

    private void answers(String path, int status, String body, String... headers) {
        var head = "HTTP/1.1 " + status + " X\r\nContent-Length: " + body.getBytes(UTF_8).length
                + "\r\nConnection: close\r\n"
                + String.join("", List.of(headers).stream().map(h -> h + "\r\n").toList());
        server.on(path, out -> out.write((head + "\r\n" + body).getBytes(UTF_8)));
    }

    private GraphReply send(GraphCall call) {
        return client.send(call, soon());
    }

    private static Deadline soon() {
        return Deadline.in(Duration.ofSeconds(9));
    }

    private static GraphReply throttled(Instant until, @Nullable Evidence evidence) {
        return new GraphReply.Failed(new MetaFailure.ThrottledUntil(until, evidence));
    }

    private static GraphReply failed(Outage.Kind kind) {
        return new GraphReply.Failed(new Outage(kind));
    }
}
