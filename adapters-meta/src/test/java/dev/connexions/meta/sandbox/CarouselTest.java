package dev.connexions.meta.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.meta.testing.RunningSandbox.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CarouselTest {

    private final ContentSandbox meta = new ContentSandbox();

    @AfterEach
    void stop() {
        meta.close();
    }

    @Test
    void publishesPicturesAndFilmsAsOnePost() {
        var items = List.of(item(), film());
        meta.meta.advance(Duration.ofSeconds(5));
        var carousel = carousel(items, "Deux choses");
        meta.meta.advance(Duration.ofSeconds(1));

        var id = meta.publish(carousel).json().path("id").asText();

        assertThat(meta.posts()).hasSize(1);
        var album = meta.get(id + "?fields=media_type,caption,media_url,children{media_type,permalink,caption}")
                .json();
        assertThat(album.path("media_type").asText()).isEqualTo("CAROUSEL_ALBUM");
        assertThat(album.path("caption").asText()).isEqualTo("Deux choses");
        assertThat(album.has("media_url")).isFalse();
        assertThat(album.path("children").path("data"))
                .extracting(child -> child.path("media_type").asText())
                .containsExactly("IMAGE", "VIDEO");
        assertThat(album.path("children").path("data"))
                .allMatch(child -> !child.has("permalink") && !child.has("caption"));
        assertThat(items).allMatch(item -> meta.code(item).equals("PUBLISHED"));
        assertThat(meta.get(meta.account.id() + "/content_publishing_limit")
                        .json()
                        .at("/data/0/quota_usage")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void leavesItsItemsAsTheyAreWhenTold() {
        meta.control("/settings", "{\"childrenPublished\":false}");
        var items = List.of(item(), item());
        var carousel = carousel(items, "x");
        meta.meta.advance(Duration.ofSeconds(2));
        assertThat(meta.publish(carousel).status()).isEqualTo(200);
        assertThat(items).allMatch(item -> meta.code(item).equals("FINISHED"));
    }

    @Test
    void isNoFurtherThanItsSlowestItem() {
        var carousel = carousel(List.of(item(), film()), "x");
        meta.meta.advance(Duration.ofSeconds(2));
        assertThat(meta.code(carousel)).isEqualTo("IN_PROGRESS");
        assertThat(meta.publish(carousel).error()).isEqualTo("9007/2207027");
        meta.meta.advance(Duration.ofSeconds(5));
        assertThat(meta.code(carousel)).isEqualTo("FINISHED");
    }

    @Test
    void failsWithAnItem() {
        var bad = meta.container(Map.of(
                "media_type",
                "VIDEO",
                "is_carousel_item",
                "true",
                "video_url",
                meta.file("{\"name\":\"x\",\"video\":{\"codec\":\"vp09\"}}")));
        var carousel = carousel(List.of(item(), bad), "x");
        meta.meta.advance(Duration.ofSeconds(10));
        assertThat(meta.code(carousel)).isEqualTo("ERROR");
        assertThat(meta.status(carousel).path("status").asText()).contains("2207026");
    }

    @Test
    void takesFromTwoToTenItemsThatAreItems() {
        var item = item();
        assertThat(prepare(List.of(item)).error()).isEqualTo("100/2207028");
        assertThat(prepare(IntStream.range(0, 11).mapToObj(i -> item).toList()).error())
                .isEqualTo("100/2207028");
        assertThat(prepare(List.of(item, "17900000000000000")).error()).isEqualTo("24/2207008");
        assertThat(prepare(List.of(item, meta.readyImage())).error()).isEqualTo("100/0");
        meta.meta.advance(Duration.ofHours(24));
        assertThat(prepare(List.of(item, item())).error()).isEqualTo("24/2207008");
    }

    @Test
    void takesTheListAsJsonToo() {
        var items = List.of(item(), item()).stream().map(id -> "\"" + id + "\"").collect(Collectors.joining(","));
        assertThat(meta.prepare(Map.of("media_type", "CAROUSEL", "children", "[" + items + "]"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void publishesNoItemAlone() {
        var item = item();
        meta.meta.advance(Duration.ofSeconds(2));
        assertThat(meta.publish(item).error()).isEqualTo("100/2207089");
    }

    private String item() {
        return meta.container(Map.of("is_carousel_item", "true", "image_url", meta.picture()));
    }

    private String film() {
        return meta.container(Map.of("is_carousel_item", "true", "media_type", "VIDEO", "video_url", meta.film()));
    }

    private Reply prepare(List<String> items) {
        return meta.prepare(Map.of("media_type", "CAROUSEL", "children", String.join(",", items)));
    }

    private String carousel(List<String> items, String caption) {
        return meta.container(
                Map.of("media_type", "CAROUSEL", "children", String.join(",", items), "caption", caption));
    }
}
