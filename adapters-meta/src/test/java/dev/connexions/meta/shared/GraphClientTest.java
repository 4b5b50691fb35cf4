package dev.connexions.meta.shared;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connexions.application.shared.MetaFailure;
import dev.connexions.application.shared.MetaFailure.Evidence;
import dev.connexions.application.shared.MetaFailure.Outage;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.shared.AccessToken;
import dev.connexions.meta.testing.RawServer;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GraphClientTest {

    private static final String PROOF = AppSecret.parse("canary-secret").proof("EAAcanaryPage");
    private static final String BLIND = "{\"error\":{\"code\":100,\"error_subcode\":33}}";

    private final RawGraph graph = new RawGraph();

    @AfterEach
    void stop() {
        graph.close();
    }

    @Test
    void sendsTheTokenInAHeaderAndTheProofWithFacebookLogin() {
        graph.server.on("/v26.0/17", 200, "{\"id\":\"17\"}");
        assertThat(graph.send(RawGraph.READ.with("fields", "id,username"))).isInstanceOf(GraphReply.Answered.class);
        assertThat(graph.server.heads().getFirst())
                .startsWith("GET /v26.0/17?fields=id%2Cusername&appsecret_proof=" + PROOF + " HTTP/1.1\r\n")
                .contains("\r\nAuthorization: Bearer EAAcanaryPage\r\n");
    }

    @Test
    void sendsNoProofWithInstagramLogin() {
        graph.server.on("/v26.0/17", 200, "{\"id\":\"17\"}");
        graph.send(GraphCall.get(LoginProduct.INSTAGRAM, "17").as(RawGraph.TOKEN));
        assertThat(graph.server.heads().getFirst()).startsWith("GET /v26.0/17 HTTP/1.1\r\n");
    }

    @Test
    void postsAForm() {
        graph.server.on("/v26.0/17/media_publish", 200, "{\"id\":\"18\"}");
        assertThat(graph.send(RawGraph.WRITE.with("caption", "é & ü"))).isInstanceOf(GraphReply.Answered.class);
        assertThat(graph.server.heads().getFirst())
                .startsWith("POST /v26.0/17/media_publish HTTP/1.1\r\n")
                .contains("Content-Type: application/x-www-form-urlencoded\r\n")
                .endsWith("caption=%C3%A9+%26+%C3%BC&appsecret_proof=" + PROOF);
    }

    @Test
    void deletes() {
        graph.server.on("/v26.0/17", 200, "{\"success\":true}");
        assertThat(graph.send(GraphCall.delete(LoginProduct.FACEBOOK, "17").as(RawGraph.TOKEN)))
                .isInstanceOf(GraphReply.Answered.class);
        assertThat(graph.server.heads().getFirst()).startsWith("DELETE /v26.0/17?appsecret_proof=" + PROOF);
    }

    @Test
    void asksNobodyForAProductThatIsNotConfigured() {
        var settings = new MetaSettings("v26.0", URI.create("https://app.example/cb"), null, null);
        try (var client = new GraphClient(settings, () -> RawGraph.NOW)) {
            var unreachable = new GraphReply.Failed(new Outage(Outage.Kind.UNREACHABLE));
            var soon = Deadline.in(Duration.ofSeconds(1));
            for (var product : LoginProduct.values()) {
                var me = GraphCall.get(product, "me");
                assertThat(client.send(me, soon)).isEqualTo(unreachable);
                assertThat(client.batch(product, RawGraph.TOKEN, List.of(me), soon))
                        .containsExactly(unreachable);
            }
            assertThat(client.upload(upload("x"), soon)).isEqualTo(unreachable);
        }
    }

    @Test
    void readsAgainWithTheOwnersTokenWhatAPagesDoesNotSee() {
        graph.inTurn("/v26.0/17", BLIND, "{\"id\":\"17\"}");
        assertThat(graph.send(RawGraph.READ.orAs(new AccessToken("EAAcanaryUser"))))
                .isInstanceOf(GraphReply.Answered.class);
        assertThat(graph.server.heads()).hasSize(2);
        assertThat(graph.server.heads().get(1)).contains("Bearer EAAcanaryUser");
    }

    @Test
    void writesNothingTwice() {
        graph.inTurn("/v26.0/17/media_publish", BLIND, "{\"id\":\"17\"}");
        assertThat(graph.send(RawGraph.WRITE.orAs(new AccessToken("EAAcanaryUser"))))
                .isInstanceOf(GraphReply.Failed.class);
        assertThat(graph.server.heads()).hasSize(1);
    }

    @Test
    void turnsEveryPage() {
        var pages = IntStream.rangeClosed(1, 250)
                .mapToObj(i -> "{\"data\":" + (i % 50 == 0 ? "[]" : "[{\"id\":\"" + i + "\"}]")
                        + ",\"paging\":{\"cursors\":{\"before\":\"b\",\"after\":\"c" + i + "\"}"
                        + (i < 250 ? ",\"next\":\"https://evil.example/v26.0/me?access_token=x&after=c" + i + "\"" : "")
                        + "}}")
                .toArray(String[]::new);
        graph.inTurn("/v26.0/17/accounts", pages);
        var call = GraphCall.get(LoginProduct.FACEBOOK, "17", "accounts").as(RawGraph.TOKEN);
        assertThat(graph.client.list(call, Deadline.in(Duration.ofSeconds(60))))
                .isInstanceOfSatisfying(
                        GraphListing.All.class, all -> assertThat(all.items()).hasSize(245));
        assertThat(graph.server.heads()).hasSize(250).allMatch(head -> head.contains("Bearer EAAcanaryPage"));
        assertThat(graph.server.heads().getLast()).contains("after=c249");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"data\":{}}",
                "{\"data\":[],\"paging\":{\"next\":\"https://x/y\"}}",
                "{\"data\":[],\"paging\":{\"next\":\"no address\"}}",
                "{\"data\":[],\"paging\":{\"next\":7}}",
                "{\"data\":[],\"paging\":{\"cursors\":{\"after\":\"\"},\"next\":\"https://x/y\"}}",
                "{\"data\":[],\"paging\":{\"cursors\":{\"after\":\"same\"},\"next\":\"https://x/y\"}}"
            })
    void trustsNoListThatIsNone(String page) {
        graph.server.on("/v26.0/17", 200, page);
        assertThat(graph.client.list(RawGraph.READ, Deadline.in(Duration.ofSeconds(9))))
                .isEqualTo(new GraphListing.Failed(new Outage(Outage.Kind.INVALID)));
    }

    @Test
    void givesUpAListThatHasNoEnd() {
        graph.server.on("/v26.0/17", out -> {
            var number = graph.server.heads().size();
            out.write(RawServer.answer(
                    200,
                    "application/json",
                    "{\"data\":[],\"paging\":{\"next\":\"https://x/y?after=c" + number + "\"}}"));
        });
        assertThat(graph.client.list(RawGraph.READ, Deadline.in(Duration.ofSeconds(60))))
                .isInstanceOf(GraphListing.Failed.class);
        assertThat(graph.server.heads()).hasSize(Pages.MAX_PAGES);
    }

    @Test
    void failsAListWithItsFirstBadPage() {
        graph.inTurn(
                "/v26.0/17",
                "{\"data\":[{}],\"paging\":{\"next\":\"https://x/?after=c\"}}",
                "{\"error\":{\"code\":190}}");
        assertThat(graph.client.list(RawGraph.READ, Deadline.in(Duration.ofSeconds(9))))
                .isEqualTo(new GraphListing.Failed(
                        new MetaFailure.TokenInvalid("token_invalid", new Evidence(190, null))));
    }

    @Test
    void asksManyThingsAtOnce() {
        graph.server.on("/v26.0/", 200, """
            [{"code":200,"body":"{\\"id\\":\\"1\\"}"},
             {"code":400,"headers":[],"body":"{\\"error\\":{\\"code\\":100,\\"error_subcode\\":33}}"},
             null,
             null,
             {"code":"200","body":"{}"}]\
            """);
        var replies = batch(
                GraphCall.get(LoginProduct.FACEBOOK, "1").with("fields", "id,name"),
                GraphCall.get(LoginProduct.FACEBOOK, "2"),
                GraphCall.get(LoginProduct.FACEBOOK, "3"),
                GraphCall.post(LoginProduct.FACEBOOK, "4", "comments").with("message", "a b"),
                GraphCall.delete(LoginProduct.FACEBOOK, "5"));
        assertThat(replies.get(0)).isInstanceOf(GraphReply.Answered.class);
        assertThat(replies.subList(1, 5))
                .containsExactly(
                        new GraphReply.Failed(new MetaFailure.Rejected("object_missing", new Evidence(100, 33))),
                        new GraphReply.Failed(new Outage(Outage.Kind.TIMEOUT)),
                        new GraphReply.Failed(new MetaFailure.Ambiguous(new Outage(Outage.Kind.TIMEOUT))),
                        new GraphReply.Failed(new Outage(Outage.Kind.INVALID)));
        assertThat(URLDecoder.decode(graph.server.heads().getFirst(), UTF_8))
                .contains("{\"method\":\"GET\",\"relative_url\":\"v26.0/1?fields=id%2Cname\"}")
                .contains("{\"method\":\"POST\",\"relative_url\":\"v26.0/4/comments\",\"body\":\"message=a+b\"}")
                .contains("&include_headers=false")
                .contains("Bearer EAAcanaryPage");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[null,null,null]", "{}", "<html>", "{\"error\":{\"message\":\"m\"}}"})
    void trustsNoBatchThatIsNone(String body) {
        graph.server.on("/v26.0/", 200, body);
        var read = GraphCall.get(LoginProduct.FACEBOOK, "1");
        var write = GraphCall.post(LoginProduct.FACEBOOK, "2");
        var invalid = new Outage(Outage.Kind.INVALID);
        assertThat(batch(read, write))
                .containsExactly(
                        new GraphReply.Failed(invalid), new GraphReply.Failed(new MetaFailure.Ambiguous(invalid)));
    }

    @Test
    void failsEachCallOfABatchThatIsRefused() {
        graph.server.on("/v26.0/", 400, "{\"error\":{\"code\":190}}");
        var refused = new GraphReply.Failed(new MetaFailure.TokenInvalid("token_invalid", new Evidence(190, null)));
        assertThat(batch(GraphCall.get(LoginProduct.FACEBOOK, "1"), GraphCall.post(LoginProduct.FACEBOOK, "2")))
                .containsExactly(refused, refused);
    }

    @Test
    void takesNoMoreThanFiftyCallsAtOnce() {
        var read = GraphCall.get(LoginProduct.FACEBOOK, "1");
        var tooMany = Collections.nCopies(51, read);
        var soon = Deadline.in(Duration.ofSeconds(1));
        assertThatThrownBy(() -> graph.client.batch(LoginProduct.FACEBOOK, RawGraph.TOKEN, tooMany, soon))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> graph.client.batch(LoginProduct.FACEBOOK, RawGraph.TOKEN, List.of(), soon))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void uploadsTheRestOfAFile() {
        graph.server.on("/ig-api-upload/v26.0/179", 200, "{\"success\":true,\"message\":\"m\"}");
        assertThat(graph.client.upload(upload("3456789"), Deadline.in(Duration.ofSeconds(9))))
                .isInstanceOf(GraphReply.Answered.class);
        assertThat(graph.server.heads().getFirst())
                .startsWith("POST /ig-api-upload/v26.0/179 HTTP/1.1\r\n")
                .contains("\r\nAuthorization: OAuth EAAcanaryPage\r\n", "\r\noffset: 3\r\n", "\r\nfile_size: 10\r\n")
                .containsIgnoringCase("\r\nContent-Length: 7\r\n")
                .endsWith("\r\n\r\n3456789");
    }

    @Test
    void doubtsAnUploadThatBrokeOff() {
        graph.server.on("/ig-api-upload/v26.0/179", 200, "{\"success\":true}");
        assertThat(graph.client.upload(upload("34"), Deadline.in(Duration.ofSeconds(3))))
                .isInstanceOfSatisfying(
                        GraphReply.Failed.class,
                        failed -> assertThat(failed.why()).isInstanceOf(MetaFailure.Ambiguous.class));
    }

    @Test
    void takesNoUploadThatIsNone() {
        assertThatThrownBy(() -> new GraphUpload(RawGraph.TOKEN, "179/..", 0, 1, InputStream::nullInputStream))
                .isInstanceOf(IllegalArgumentException.class);
        for (var offset : new long[] {-1, 1, 2}) {
            assertThatThrownBy(() -> new GraphUpload(RawGraph.TOKEN, "179", offset, 1, InputStream::nullInputStream))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static GraphUpload upload(String rest) {
        return new GraphUpload(RawGraph.TOKEN, "179", 3, 10, () -> new ByteArrayInputStream(RawGraph.bytes(rest)));
    }

    private List<GraphReply> batch(GraphCall... calls) {
        return graph.client.batch(
                LoginProduct.FACEBOOK, RawGraph.TOKEN, List.of(calls), Deadline.in(Duration.ofSeconds(9)));
    }
}
