package dev.connexions.meta.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.connexions.meta.testing.RawServer;
import dev.connexions.meta.testing.RunningSandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens on Instagram by itself reaches the apps that subscribed. */
class NewsTest {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String SCOPES =
            RunningSandbox.FACEBOOK_SCOPES + ",instagram_manage_comments,pages_manage_metadata";

    @TempDir
    private Path directory;

    private final RawServer service = new RawServer();
    private ContentSandbox meta = new ContentSandbox();
    private String named = "";

    @BeforeEach
    void subscribe() {
        for (var product : List.of("instagram", "facebook")) {
            subscribe(meta, product);
        }
        named = account("named.one", "both");
        follow("facebook", named);
    }

    @AfterEach
    void stop() {
        meta.close();
        service.close();
    }

    @Test
    void tellsWhoIsNamedInAComment() {
        var post = post(meta.account.id(), "{}");
        var comment = meta.control(
                        "/accounts/" + meta.account.id() + "/media/" + post + "/comments",
                        "{\"text\":\"@Named.One, look at this. @nobody.at.all too\"}")
                .path("id")
                .asText();
        var heard = heard(1).getFirst();
        assertThat(heard.at("/entry/0/id").asText()).isEqualTo(named);
        assertThat(heard.at("/entry/0/changes/0/field").asText()).isEqualTo("mentions");
        assertThat(heard.at("/entry/0/changes/0/value").toString())
                .isEqualTo("{\"media_id\":\"" + post + "\",\"comment_id\":\"" + comment + "\"}");
    }

    @Test
    void tellsWhoIsNamedInACaption() {
        var byHand = post(meta.account.id(), "{\"caption\":\"with @named.one.\"}");
        assertThat(heard(1).getFirst().at("/entry/0/changes/0/value").toString())
                .isEqualTo("{\"media_id\":\"" + byHand + "\"}");
        var published = meta.published(Map.of("image_url", meta.picture(), "caption", "for @named.one"));
        assertThat(heard(2).getLast().at("/entry/0/changes/0/value/media_id").asText())
                .isEqualTo(published);
    }

    @Test
    void tellsNobodyOfStoriesAndOfTheirOwnNames() {
        post(meta.account.id(), "{\"product\":\"STORY\",\"caption\":\"@named.one\"}");
        post(named, "{\"caption\":\"I am @named.one\"}");
        post(meta.account.id(), "{\"caption\":\"@named.ones and named.one\"}");
        post(meta.account.id(), "{\"caption\":\"@named.one\"}");
        assertThat(heard(1)).hasSize(1);
    }

    @Test
    void tellsBothProductsUnlessToldOtherwise() {
        follow("instagram", named);
        post(meta.account.id(), "{\"caption\":\"@named.one\"}");
        heard(2);
        meta.control("/settings", "{\"mentionsOnInstagramLogin\":false}");
        post(meta.account.id(), "{\"caption\":\"@named.one\"}");
        assertThat(heard(3)).hasSize(3);
    }

    @Test
    void hearsThroughThePageToo() {
        var paged = account("paged.one", "both");
        post(meta.account.id(), "{\"caption\":\"@paged.one\"}");
        follow("facebook", pageOf(paged));
        post(meta.account.id(), "{\"caption\":\"@paged.one\"}");
        assertThat(heard(1)).hasSize(1);
        assertThat(heard(1).getFirst().at("/entry/0/id").asText()).isEqualTo(paged);
    }

    @Test
    void tellsTheFiguresOfAStoryOnceItIsOver() {
        var story = post(named, "{\"product\":\"STORY\",\"viewers\":500}");
        post(named, "{\"product\":\"STORY\",\"viewers\":500,\"at\":\"2001-01-01T00:00:00Z\"}");
        post(named, "{\"viewers\":500}");
        meta.meta.advance(Duration.ofHours(23));
        assertThat(service.heads()).hasSize(2);
        meta.meta.advance(Duration.ofHours(1));
        var heard = heard(1).getFirst();
        assertThat(heard.at("/entry/0/id").asText()).isEqualTo(named);
        assertThat(heard.at("/entry/0/changes/0/field").asText()).isEqualTo("story_insights");
        var value = heard.at("/entry/0/changes/0/value");
        assertThat(value.path("media_id").asText()).isEqualTo(story);
        assertThat(value.path("reach").asInt()).isEqualTo(400);
        assertThat(value.path("taps_forward").asInt()
                        + value.path("taps_back").asInt()
                        + value.path("exits").asInt())
                .isBetween(100, 550);
        meta.meta.advance(Duration.ofDays(2));
        assertThat(heard(1)).hasSize(1);
    }

    @Test
    void tellsFewAsMinusOneAndInstagramLoginNothing() {
        post(named, "{\"product\":\"STORY\",\"viewers\":3}");
        follow("instagram", meta.account.id());
        post(meta.account.id(), "{\"product\":\"STORY\",\"viewers\":300}");
        meta.meta.advance(Duration.ofHours(24));
        var value = heard(1).getFirst().at("/entry/0/changes/0/value");
        assertThat(value.path("reach").asInt()).isEqualTo(-1);
        assertThat(value.path("replies").asInt()).isEqualTo(-1);
        assertThat(heard(1)).hasSize(1);
    }

    @Test
    void remembersBetweenRunsWhichStoriesAreToBeTold() {
        meta.close();
        var file = directory.resolve("state.json");
        meta = new ContentSandbox(file);
        subscribe(meta, "facebook");
        named = account("named.one", "both");
        follow("facebook", named);
        post(named, "{\"product\":\"STORY\",\"viewers\":500}");
        post(named, "{\"product\":\"STORY\",\"viewers\":600}");
        meta.meta.advance(Duration.ofHours(24));
        heard(2);
        var next = post(named, "{\"product\":\"STORY\",\"viewers\":700}");
        meta.close();
        meta = new ContentSandbox(file, "content.two");
        meta.meta.advance(Duration.ofHours(24));
        assertThat(heard(3).getLast().at("/entry/0/changes/0/value/media_id").asText())
                .isEqualTo(next);
    }

    private void subscribe(ContentSandbox sandbox, String product) {
        service.on("/hook", out -> out.write(RawServer.answer(200, "text/plain", challenge())));
        sandbox.control(
                "/subscriptions",
                "{\"product\":\"" + product + "\",\"callbackUrl\":\"" + service.url()
                        + "/hook\",\"verifyToken\":\"v\",\"fields\":\"mentions,story_insights\"}");
        service.on("/hook", 200, "ok");
    }

    private String challenge() {
        var head = service.heads().getLast();
        return head.substring(head.indexOf("hub.challenge=") + 14, head.indexOf("&hub.verify_token"));
    }

    /** Subscribes to an account, or to a page, as whoever owns it. */
    private void follow(String product, String subject) {
        if (product.equals("instagram")) {
            var account = meta.meta.sandbox().accounts().stream()
                    .filter(one -> one.id().equals(subject))
                    .findFirst()
                    .orElseThrow();
            var reply = meta.meta.postForm(
                    ContentSandbox.GRAPH + subject + "/subscribed_apps",
                    Map.of("subscribed_fields", "messages", "access_token", meta.meta.longToken(account)));
            assertThat(reply.status()).isEqualTo(200);
            return;
        }
        var page = isPage(subject) ? subject : pageOf(subject);
        var owner = meta.items("/people").stream()
                .filter(person -> person.path("pages").toString().contains(page))
                .findFirst()
                .orElseThrow();
        var user = meta.meta.userToken(owner, SCOPES, "");
        var token = meta.meta
                .get("/graph.facebook.com/v26.0/" + page + "?fields=access_token", user)
                .json()
                .path("access_token")
                .asText();
        var field = isPage(subject) ? "feed" : "mentions";
        var reply = meta.meta.postForm(
                "/graph.facebook.com/v26.0/" + subject + "/subscribed_apps",
                Map.of("subscribed_fields", field, "access_token", token));
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    }

    private boolean isPage(String id) {
        return meta.items("/pages").stream()
                .anyMatch(page -> page.path("id").asText().equals(id));
    }

    private String pageOf(String account) {
        return meta.meta
                .control("GET", "/accounts/" + account, "")
                .json()
                .path("page")
                .asText();
    }

    private String account(String name, String login) {
        return meta.control(
                        "/accounts", "{\"username\":\"" + name + "\",\"login\":\"" + login + "\",\"followers\":1000}")
                .path("id")
                .asText();
    }

    private String post(String account, String members) {
        return meta.control("/accounts/" + account + "/media", members)
                .path("id")
                .asText();
    }

    /** So many notifications, once they are there; what comes too often has time to come. */
    private List<JsonNode> heard(int count) {
        var end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (notifications().size() < count) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            Thread.onSpinWait();
        }
        // every round looks for more
        var deadline = System.nanoTime() + Duration.ofMillis(500).toNanos();
        while (System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        return notifications();
    }

    private List<JsonNode> notifications() {
        return service.heads().stream()
                .filter(head -> head.startsWith("POST"))
                .map(head -> head.split("\r\n\r\n", 2)[1])
                .map(NewsTest::json)
                .toList();
    }

    private static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }
}
