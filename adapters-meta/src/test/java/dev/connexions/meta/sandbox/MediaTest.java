package dev.connexions.meta.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connexions.meta.testing.RunningSandbox;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaTest {

    private final ContentSandbox meta = new ContentSandbox();

    @AfterEach
    void stop() {
        meta.close();
    }

    @Test
    void listsTheNewestFirstPageByPage() {
        meta.control(media(), "{\"count\":60,\"at\":\"2026-09-30T12:00:00Z\"}");
        var seen = new ArrayList<String>();
        var page = meta.get(meta.account.id() + "/media?fields=timestamp").json();
        assertThat(page.path("data")).hasSize(25);
        while (page.path("paging").has("next")) {
            page.path("data").forEach(post -> seen.add(post.path("timestamp").asText()));
            assertThat(page.path("paging").path("next").asText()).contains("access_token=");
            page = meta.meta
                    .get(page.path("paging")
                            .path("next")
                            .asText()
                            .substring(meta.meta.sandbox().url().toString().length()))
                    .json();
        }
        page.path("data").forEach(post -> seen.add(post.path("timestamp").asText()));
        assertThat(seen).hasSize(60).doesNotHaveDuplicates().isSortedAccordingTo((a, b) -> b.compareTo(a));
        assertThat(page.path("paging").path("cursors").has("after")).isTrue();
    }

    @Test
    void listsWhatIsBetweenTwoMoments() {
        meta.control(media(), "{\"count\":10,\"at\":\"2026-09-30T12:00:00Z\"}");
        var path = meta.account.id() + "/media?since=2026-09-25&until=1790596800";
        assertThat(meta.get(path).json().path("data")).hasSize(4);
        assertThat(meta.get(meta.account.id() + "/media?since=lately").error()).isEqualTo("100/0");
    }

    @Test
    void leavesOutWhatMetaWithholds() {
        var id = meta.control(media(), "{\"mediaUrlWithheld\":true,\"likes\":12,\"likesHidden\":true}")
                .path("id")
                .asText();
        var post = meta.get(id + "?fields=media_url,like_count,comments_count").json();
        assertThat(post.has("media_url")).isFalse();
        assertThat(post.has("like_count")).isFalse();
        assertThat(post.path("comments_count").asInt(-1)).isZero();
    }

    @Test
    void countsInTheProfile() {
        meta.control(media(), "{\"count\":3}");
        meta.control(media(), "{\"product\":\"STORY\"}");
        assertThat(meta.get("me?fields=media_count").json().path("media_count").asInt())
                .isEqualTo(3);
        assertThat(meta.get("me?fields=media.limit(2){caption,id}").json().at("/media/data"))
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"total_like_count", "saved_count", "legacy_instagram_media_id", "shoe_size"})
    void knowsNoFieldOfTheOtherLogin(String field) {
        var id = meta.control(media(), "{}").path("id").asText();
        assertThat(meta.get(id + "?fields=id," + field).error()).isEqualTo("100/0");
    }

    @Test
    void deletesNothingThroughInstagramLogin() {
        var id = meta.control(media(), "{}").path("id").asText();
        var reply = meta.meta.send(
                "DELETE", ContentSandbox.GRAPH + id, "", "", Map.of("Authorization", "Bearer " + meta.token));
        assertThat(reply.error()).isEqualTo("100/33");
        assertThat(meta.posts()).hasSize(1);
    }

    @Test
    void switchesCommentsOffAndOn() {
        var id = meta.control(media(), "{}").path("id").asText();
        assertThat(meta.post(id, Map.of("comment_enabled", "false"))
                        .json()
                        .path("success")
                        .asBoolean())
                .isTrue();
        assertThat(meta.get(id + "?fields=is_comment_enabled")
                        .json()
                        .path("is_comment_enabled")
                        .asBoolean(true))
                .isFalse();
        assertThat(meta.post(id + "/comments", Map.of("message", "x")).error()).isEqualTo("100/0");
        meta.post(id, Map.of("comment_enabled", "true"));
        assertThat(meta.post(id + "/comments", Map.of("message", "x")).status()).isEqualTo(200);
        assertThat(meta.post(id, Map.of()).error()).isEqualTo("100/0");
    }

    @Test
    void showsNobodyElsesPost() {
        var id = meta.control(media(), "{}").path("id").asText();
        var stranger = meta.meta.longToken(meta.meta.account("BUSINESS"));
        assertThat(meta.meta.get(ContentSandbox.GRAPH + id, stranger).error()).isEqualTo("100/33");
    }

    @Test
    void needsThePermission() {
        var id = meta.control(media(), "{}").path("id").asText();
        var code = RunningSandbox.codeIn(meta.meta.allow(
                RunningSandbox.authorizePath(RunningSandbox.ALL_SCOPES, "s"),
                meta.account,
                List.of("instagram_business_basic")));
        var token = meta.meta
                .exchange(meta.meta.redeem(code).json().path("access_token").asText())
                .json()
                .path("access_token")
                .asText();
        assertThat(meta.meta.get(ContentSandbox.GRAPH + id, token).status()).isEqualTo(200);
        for (var path : List.of(id + "/comments", id + "/insights?metric=reach", "me/content_publishing_limit")) {
            assertThat(meta.meta.get(ContentSandbox.GRAPH + path, token).error())
                    .as(path)
                    .isEqualTo("10/0");
        }
        for (var path : List.of("me/media", "me/media_publish")) {
            assertThat(meta.meta
                            .postForm(ContentSandbox.GRAPH + path, Map.of("access_token", token))
                            .error())
                    .as(path)
                    .isEqualTo("10/0");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"type\":\"TEXT\"}|type",
                "{\"product\":\"REELS\",\"type\":\"IMAGE\"}|type",
                "{\"product\":\"STORY\",\"type\":\"CAROUSEL_ALBUM\"}|type",
                "{\"likes\":-1}|likes",
                "{\"count\":0}|count",
                "{\"at\":\"today\"}|at",
                "{\"likesHidden\":\"yes\"}|likesHidden",
                "{\"comments\":{}}|comments",
                "{\"comments\":[1]}|comments",
                "{\"comments\":[{}]}|comments.text",
                "{\"shape\":1}|shape"
            })
    void namesTheMemberThatIsWrong(String body, String field) {
        var reply = meta.meta.control("POST", media(), body);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("field").asText()).isEqualTo(field);
    }

    @Test
    void knowsNoOtherResourceOfAnAccount() {
        assertThat(meta.meta.control("GET", "/accounts/1/media", "").status()).isEqualTo(404);
        assertThat(meta.meta.control("GET", media() + "/1/likes", "").status()).isEqualTo(404);
        assertThat(meta.meta.control("GET", media() + "/1/comments", "").status())
                .isEqualTo(404);
        assertThat(meta.meta.control("DELETE", media(), "").status()).isEqualTo(405);
        assertThat(meta.meta
                        .control("GET", "/accounts/" + meta.account.id() + "/containers/1", "")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void makesAlbums() {
        var id = meta.control(media(), "{\"type\":\"CAROUSEL_ALBUM\",\"children\":3}")
                .path("id")
                .asText();
        JsonNode album = meta.get(id + "?fields=children").json();
        assertThat(album.at("/children/data")).hasSize(3);
        assertThat(meta.get(album.at("/children/data/0/id").asText() + "?fields=permalink")
                        .json())
                .hasSize(1);
    }

    private String media() {
        return "/accounts/" + meta.account.id() + "/media";
    }
}
