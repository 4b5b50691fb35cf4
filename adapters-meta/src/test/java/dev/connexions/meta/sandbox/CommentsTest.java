package dev.connexions.meta.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connexions.meta.testing.RunningSandbox.Reply;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CommentsTest {

    private final ContentSandbox meta = new ContentSandbox();
    private String post = "";

    @BeforeEach
    void postSomething() {
        post = meta.control("/accounts/" + meta.account.id() + "/media", """
            {"comments":[{"text":"Joli","username":"guest.one","likes":2,"replies":[{"text":"Oui","username":"guest.two"}]},
                         {"text":"Cher","username":"guest.three"}]}\
            """)
                .path("id")
                .asText();
    }

    @AfterEach
    void stop() {
        meta.close();
    }

    @Test
    void listsWhatWasSaidTheNewestFirst() {
        var all = meta.get(post
                        + "/comments?fields=text,username,from,like_count,hidden,timestamp,replies{text,parent_id}")
                .json()
                .path("data");
        assertThat(all).extracting(comment -> comment.path("text").asText()).containsExactly("Cher", "Joli");
        assertThat(all.path(1).path("from").path("username").asText()).isEqualTo("guest.one");
        assertThat(all.path(1).path("like_count").asInt()).isEqualTo(2);
        assertThat(all.path(1).at("/replies/data/0/text").asText()).isEqualTo("Oui");
        assertThat(all.path(1).at("/replies/data/0/parent_id").asText())
                .isEqualTo(all.path(1).path("id").asText());
        assertThat(all.path(0).has("replies")).isFalse();
        assertThat(meta.get(post + "?fields=comments_count")
                        .json()
                        .path("comments_count")
                        .asInt())
                .isEqualTo(3);
    }

    @Test
    void tellsIdTextAndTimeUnlessAsked() {
        assertThat(meta.get(post + "/comments").json().at("/data/0")).hasSize(3);
    }

    @Test
    void saysSomethingItself() {
        var id = meta.post(post + "/comments", Map.of("message", "Merci à tous"))
                .json()
                .path("id")
                .asText();
        var comment =
                meta.get(id + "?fields=text,username,user,media,parent_id").json();
        assertThat(comment.path("text").asText()).isEqualTo("Merci à tous");
        assertThat(comment.path("username").asText()).isEqualTo(meta.account.username());
        assertThat(comment.path("user").path("id").asText()).isEqualTo(meta.account.id());
        assertThat(comment.path("media").path("id").asText()).isEqualTo(post);
        assertThat(comment.has("parent_id")).isFalse();
        assertThat(meta.post(post + "/comments", Map.of("message", " ")).error())
                .isEqualTo("100/0");
        assertThat(meta.post(post + "/comments", Map.of("message", "x".repeat(2201)))
                        .error())
                .isEqualTo("100/0");
    }

    @Test
    void hangsAReplyToAReplyOnTheTopComment() {
        var top = newest(1);
        var reply = meta.get(top + "/replies").json().at("/data/0/id").asText();
        var id = meta.post(reply + "/replies", Map.of("message", "Et nous"))
                .json()
                .path("id")
                .asText();
        assertThat(meta.get(id + "?fields=parent_id").json().path("parent_id").asText())
                .isEqualTo(top);
        assertThat(meta.get(top + "/replies").json().path("data")).hasSize(2);
    }

    @Test
    void hidesWhatGuestsSayButNotWhatItSaidItself() {
        var guest = newest(0);
        assertThat(meta.post(guest, Map.of("hide", "true"))
                        .json()
                        .path("success")
                        .asBoolean())
                .isTrue();
        assertThat(hidden(guest)).isTrue();
        assertThat(meta.post(guest + "/replies", Map.of("message", "x")).error())
                .isEqualTo("100/0");
        meta.post(guest, Map.of("hide", "false"));
        assertThat(hidden(guest)).isFalse();
        var own = meta.post(post + "/comments", Map.of("message", "x"))
                .json()
                .path("id")
                .asText();
        meta.post(own, Map.of("hide", "true"));
        assertThat(hidden(own)).isFalse();
        assertThat(meta.post(guest, Map.of()).error()).isEqualTo("100/0");
    }

    @Test
    void deletesAConversationAtItsTop() {
        var top = newest(1);
        assertThat(delete(top, meta.token).json().path("success").asBoolean()).isTrue();
        assertThat(meta.get(top).error()).isEqualTo("100/33");
        assertThat(meta.items("/accounts/" + meta.account.id() + "/media/" + post + "/comments"))
                .extracting(comment -> comment.path("text").asText())
                .containsExactly("Cher");
    }

    @Test
    void letsNobodyButTheOwnerOfThePostTouchThem() {
        var stranger = meta.meta.longToken(meta.meta.account("BUSINESS"));
        assertThat(delete(newest(0), stranger).error()).isEqualTo("100/33");
        assertThat(meta.meta.get(ContentSandbox.GRAPH + newest(0), stranger).error())
                .isEqualTo("100/33");
    }

    @Test
    void answersWhoeverNamesTheAccount() {
        var other = meta.meta.account("BUSINESS");
        var media = "/accounts/" + other.id() + "/media";
        var theirs = meta.control(media, "{\"caption\":\"Chez @" + meta.account.username() + "\"}")
                .path("id")
                .asText();
        var silent =
                meta.control(media, "{\"caption\":\"Chez nous\"}").path("id").asText();
        var mentions = meta.account.id() + "/mentions";
        assertThat(meta.post(mentions, Map.of("media_id", theirs, "message", "Merci"))
                        .status())
                .isEqualTo(200);
        assertThat(meta.post(mentions, Map.of("media_id", silent, "message", "Merci"))
                        .error())
                .isEqualTo("100/33");
        assertThat(meta.post(mentions, Map.of("media_id", theirs, "comment_id", "1", "message", "x"))
                        .error())
                .isEqualTo("100/33");
        assertThat(meta.items(media + "/" + theirs + "/comments"))
                .singleElement()
                .satisfies(said -> assertThat(said.path("username").asText()).isEqualTo(meta.account.username()));
        assertThat(meta.items(media + "/" + silent + "/comments")).isEmpty();
    }

    @Test
    void repliesThroughTheControlApi() {
        var path = "/accounts/" + meta.account.id() + "/media/" + post + "/comments";
        var said = meta.control(path, "{\"text\":\"Encore\",\"replyTo\":\"" + newest(0) + "\"}");
        assertThat(said.path("parent").asText()).isEqualTo(newest(0));
        var wrong = meta.meta.control("POST", path, "{\"text\":\"Encore\",\"replyTo\":\"1\"}");
        assertThat(wrong.json().path("field").asText()).isEqualTo("replyTo");
    }

    private boolean hidden(String comment) {
        return meta.get(comment + "?fields=hidden").json().path("hidden").asBoolean();
    }

    private Reply delete(String comment, String token) {
        return meta.meta.send(
                "DELETE", ContentSandbox.GRAPH + comment, "", "", Map.of("Authorization", "Bearer " + token));
    }

    private String newest(int place) {
        JsonNode all = meta.get(post + "/comments").json().path("data");
        return all.path(place).path("id").asText();
    }
}
