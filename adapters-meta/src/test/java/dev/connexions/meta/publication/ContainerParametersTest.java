package dev.connexions.meta.publication;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.publication.AltText;
import dev.connexions.domain.publication.Caption;
import dev.connexions.domain.publication.Collaborators;
import dev.connexions.domain.publication.ContainerId;
import dev.connexions.domain.publication.Content;
import dev.connexions.domain.publication.Cover;
import dev.connexions.domain.publication.LocationId;
import dev.connexions.domain.publication.MediaUrl;
import dev.connexions.domain.publication.UserTag;
import dev.connexions.domain.publication.Username;
import dev.connexions.domain.publication.VideoSource;
import dev.connexions.meta.shared.GraphCall;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The names and values of Meta's "IG User Media" reference. */
class ContainerParametersTest {

    private static final MediaUrl URL = new MediaUrl("https://cdn.example/x?a=1&b=2");
    private static final String AT = "https://cdn.example/x?a=1&b=2";
    private static final VideoSource FETCHED = new VideoSource.Fetched(URL);
    private static final Username ANNA = new Username("anna.b");
    private static final Caption CAPTION = new Caption("été & #pain\n👩‍🍳");

    static Stream<Arguments> contents() {
        return Stream.of(
                Arguments.of(
                        new Content.Image(URL, null, null, List.of(), Collaborators.NONE, null),
                        Map.of("image_url", AT)),
                Arguments.of(
                        new Content.Image(
                                URL,
                                CAPTION,
                                new AltText("A loaf"),
                                List.of(new UserTag.At(ANNA, 0, 1), new UserTag.At(new Username("bob"), 0.25, 0.5)),
                                new Collaborators(List.of(ANNA)),
                                new LocationId("7640348500")),
                        Map.of(
                                "image_url", AT,
                                "caption", "été & #pain\n👩‍🍳",
                                "alt_text", "A loaf",
                                "user_tags",
                                        "[{\"username\":\"anna.b\",\"x\":0.0,\"y\":1.0},"
                                                + "{\"username\":\"bob\",\"x\":0.25,\"y\":0.5}]",
                                "collaborators", "[\"anna.b\"]",
                                "location_id", "7640348500")),
                Arguments.of(
                        new Content.Reel(
                                FETCHED,
                                CAPTION,
                                new Cover.Picture(URL),
                                false,
                                List.of(new UserTag.Anywhere(ANNA)),
                                Collaborators.NONE,
                                null),
                        Map.of(
                                "media_type",
                                "REELS",
                                "video_url",
                                AT,
                                "caption",
                                CAPTION.value(),
                                "cover_url",
                                AT,
                                "share_to_feed",
                                "false",
                                "user_tags",
                                "[{\"username\":\"anna.b\"}]")),
                Arguments.of(
                        new Content.Reel(
                                new VideoSource.Uploaded(),
                                null,
                                new Cover.Frame(1500),
                                null,
                                List.of(),
                                Collaborators.NONE,
                                null),
                        Map.of("media_type", "REELS", "upload_type", "resumable", "thumb_offset", "1500")),
                Arguments.of(
                        new Content.StoryImage(URL, List.of(new UserTag.Anywhere(ANNA))),
                        Map.of(
                                "media_type", "STORIES",
                                "image_url", AT,
                                "user_tags", "[{\"username\":\"anna.b\"}]")),
                Arguments.of(
                        new Content.StoryVideo(FETCHED, List.of()), Map.of("media_type", "STORIES", "video_url", AT)),
                Arguments.of(
                        new Content.CarouselImage(URL, new AltText("A loaf"), List.of()),
                        Map.of("is_carousel_item", "true", "image_url", AT, "alt_text", "A loaf")),
                Arguments.of(
                        new Content.CarouselVideo(FETCHED, List.of()),
                        Map.of("is_carousel_item", "true", "media_type", "VIDEO", "video_url", AT)),
                Arguments.of(
                        new Content.Carousel(
                                List.of(new ContainerId("11"), new ContainerId("12")),
                                CAPTION,
                                new Collaborators(List.of(ANNA)),
                                new LocationId("5")),
                        Map.of(
                                "media_type", "CAROUSEL",
                                "children", "11,12",
                                "caption", CAPTION.value(),
                                "collaborators", "[\"anna.b\"]",
                                "location_id", "5")));
    }

    @ParameterizedTest
    @MethodSource("contents")
    void areMetas(Content content, Map<String, String> parameters) {
        var call = ContainerParameters.put(GraphCall.post(LoginProduct.FACEBOOK, "1", "media"), content);
        assertThat(call.parameters()).containsExactlyInAnyOrderEntriesOf(parameters);
    }
}
