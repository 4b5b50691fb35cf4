package dev.connexions.meta.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.meta.testing.RunningSandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentStateTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    /** The first sandbox is not even closed: what it acknowledged is on disk, as if it had been killed. It goes on, though. */
    @Test
    void carriesTheContentOverAKill() throws IOException {
        var file = directory.resolve("sandbox.json");
        var killed = new ContentSandbox(file);
        var published = killed.published(Map.of("media_type", "REELS", "video_url", killed.film(), "caption", "Four"));
        var waiting = killed.readyImage();
        killed.post(published + "/comments", Map.of("message", "Bonjour"));
        killed.post(killed.account.id() + "/subscribed_apps", Map.of("subscribed_fields", "comments"));
        killed.control("/metrics/reach/retire", "");
        killed.control("/settings", "{\"quotaTotal\":7,\"imageDelay\":\"PT0S\"}");
        killed.control("/accounts/" + killed.account.id() + "/media", "{\"type\":\"CAROUSEL_ALBUM\",\"viewers\":3}");
        killed.file("{\"name\":\"bytes\",\"base64\":\"aGVsbG8=\",\"size\":20}");
        killed.control(
                "/webhooks",
                "{\"account\":\"" + killed.account.id() + "\",\"url\":\"http://127.0.0.1:1/\",\"copies\":2}");
        var posts = killed.posts();
        var found = Files.copy(file, directory.resolve("found.json"));
        try (var next = RunningSandbox.start(7, Set.of(), found)) {
            assertThat(next.control("GET", "/accounts/" + killed.account.id() + "/media", "")
                            .json()
                            .path("items"))
                    .containsExactlyElementsOf(posts);
            assertThat(next.control("GET", "/files", "").json().path("items")).hasSize(3);
            assertThat(next.control("GET", "/webhooks", "").json().path("items"))
                    .hasSize(2);
            assertThat(next.control("GET", "/settings", "")
                            .json()
                            .path("quotaTotal")
                            .asInt())
                    .isEqualTo(7);
            var base = ContentSandbox.GRAPH;
            assertThat(next.get(base + published + "?fields=comments%7Btext%7D", killed.token)
                            .json()
                            .at("/comments/data/0/text")
                            .asText())
                    .isEqualTo("Bonjour");
            assertThat(next.get(base + "me/insights?metric=reach", killed.token).error())
                    .isEqualTo("100/0");
            assertThat(next.get(base + "me/subscribed_apps", killed.token)
                            .json()
                            .path("data"))
                    .hasSize(1);
            var fresh = next.postForm(
                    base + "me/media_publish", Map.of("creation_id", waiting, "access_token", killed.token));
            assertThat(fresh.status()).isEqualTo(200);
            assertThat(fresh.json().path("id").asText()).isNotIn(published, waiting);
        }
        killed.close();
    }

    @Test
    void forgetsEverythingAtAReset() {
        try (var meta = new ContentSandbox()) {
            meta.published(Map.of("image_url", meta.picture()));
            meta.control("/settings", "{\"quotaTotal\":7}");
            meta.control("/reset", "{\"seed\":42}");
            assertThat(meta.items("/files")).isEmpty();
            assertThat(meta.meta
                            .control("GET", "/settings", "")
                            .json()
                            .path("quotaTotal")
                            .asInt())
                    .isEqualTo(50);
            assertThat(meta.meta.sandbox().accounts().stream()
                            .filter(account -> !meta.items("/accounts/" + account.id() + "/media")
                                    .isEmpty()))
                    .isEmpty();
        }
    }

    @Test
    void isTheSameForTheSameSeed() {
        try (var one = new ContentSandbox();
                var other = new ContentSandbox()) {
            assertThat(other.published(Map.of("image_url", other.picture())))
                    .isEqualTo(one.published(Map.of("image_url", one.picture())));
            var reach = "?metric=reach&since=2026-08-01&until=2026-08-20";
            assertThat(other.get(other.account.id() + "/insights" + reach)
                            .json()
                            .path("data"))
                    .isEqualTo(one.get(one.account.id() + "/insights" + reach)
                            .json()
                            .path("data"));
        }
    }
}
