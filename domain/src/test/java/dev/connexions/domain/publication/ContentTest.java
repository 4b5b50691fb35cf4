package dev.connexions.domain.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentTest {

    private static final MediaUrl URL = new MediaUrl("https://cdn.example/x");
    private static final VideoSource SENT = new VideoSource.Uploaded();
    private static final VideoSource FETCHED = new VideoSource.Fetched(URL);

    static Stream<Content> sent() {
        return Stream.of(
                new Content.Reel(SENT, null, null, null, List.of(), Collaborators.NONE, null),
                new Content.StoryVideo(SENT, List.of()),
                new Content.CarouselVideo(SENT, List.of()));
    }

    static Stream<Content> fetched() {
        return Stream.of(
                new Content.Image(URL, null, null, List.of(), Collaborators.NONE, null),
                new Content.Reel(FETCHED, null, null, null, List.of(), Collaborators.NONE, null),
                new Content.StoryImage(URL, List.of()),
                new Content.StoryVideo(FETCHED, List.of()),
                new Content.CarouselImage(URL, null, List.of()),
                new Content.CarouselVideo(FETCHED, List.of()),
                carousel(2));
    }

    @ParameterizedTest
    @MethodSource("sent")
    void knowsWhatIsSent(Content content) {
        assertThat(content.uploaded()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("fetched")
    void knowsWhatIsFetched(Content content) {
        assertThat(content.uploaded()).isFalse();
    }

    @Test
    void hasTwoToTenItems() {
        assertThat(carousel(2).items()).hasSize(2);
        assertThat(carousel(10).items()).hasSize(10);
        assertThatThrownBy(() -> carousel(1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> carousel(11)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void hasEachItemOnce() {
        var twice = List.of(new ContainerId("1"), new ContainerId("1"));
        assertThatThrownBy(() -> new Content.Carousel(twice, null, Collaborators.NONE, null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void stayWhatTheyWere() {
        var tags = new ArrayList<UserTag.At>();
        var image = new Content.Image(URL, null, null, tags, Collaborators.NONE, null);
        tags.add(new UserTag.At(new Username("anna"), 0.5, 0.5));
        assertThat(image.tags()).isEmpty();
    }

    @Test
    void invitesThreeCollaborators() {
        assertThat(collaborators(3).users()).hasSize(3);
        assertThatThrownBy(() -> collaborators(4)).isInstanceOf(IllegalArgumentException.class);
        var twice = List.of(new Username("anna"), new Username("anna"));
        assertThatThrownBy(() -> new Collaborators(twice)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 1})
    void tagsInsideThePicture(double place) {
        assertThat(new UserTag.At(new Username("anna"), place, place).x()).isEqualTo(place);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.001, 1.001, Double.NaN, Double.POSITIVE_INFINITY})
    void tagsNowhereElse(double place) {
        var anna = new Username("anna");
        assertThatThrownBy(() -> new UserTag.At(anna, place, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new UserTag.At(anna, 0, place)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void takesAFrameFromTheStart() {
        assertThat(new Cover.Frame(0).offsetMillis()).isZero();
        assertThatThrownBy(() -> new Cover.Frame(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "@anna", "anna b", "é", "anna/", "a123456789012345678901234567890"})
    void takesNoSuchUsername(String name) {
        assertThatThrownBy(() -> new Username(name)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void describesInAThousandCharacters() {
        assertThat(new AltText("🍞".repeat(1000)).value()).hasSize(2000);
        assertThatThrownBy(() -> new AltText("🍞".repeat(1001))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void namesAPlaceByDigits() {
        assertThat(new LocationId("7640348500").value()).isEqualTo("7640348500");
        assertThatThrownBy(() -> new LocationId("paris")).isInstanceOf(IllegalArgumentException.class);
    }

    private static Content.Carousel carousel(int items) {
        var ids = IntStream.range(0, items)
                .mapToObj(i -> new ContainerId("1790" + i))
                .toList();
        return new Content.Carousel(ids, null, Collaborators.NONE, null);
    }

    private static Collaborators collaborators(int users) {
        return new Collaborators(IntStream.range(0, users)
                .mapToObj(i -> new Username("user" + i))
                .toList());
    }
}
