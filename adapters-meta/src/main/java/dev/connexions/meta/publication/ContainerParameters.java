package dev.connexions.meta.publication;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.connexions.domain.publication.AltText;
import dev.connexions.domain.publication.Caption;
import dev.connexions.domain.publication.Collaborators;
import dev.connexions.domain.publication.ContainerId;
import dev.connexions.domain.publication.Content;
import dev.connexions.domain.publication.Cover;
import dev.connexions.domain.publication.LocationId;
import dev.connexions.domain.publication.UserTag;
import dev.connexions.domain.publication.VideoSource;
import dev.connexions.meta.shared.GraphCall;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Spells content in Meta's parameters. A picture is what has no {@code media_type}. */
final class ContainerParameters {

    private ContainerParameters() {}

    static GraphCall put(GraphCall call, Content content) {
        return switch (content) {
            case Content.Image(var image, var caption, var altText, var tags, var collaborators, var location) ->
                post(call.with("image_url", image.value()), caption, collaborators, location, tags, altText);
            case Content.Reel(
                    var video,
                    var caption,
                    var cover,
                    var shareToFeed,
                    var tags,
                    var collaborators,
                    var location) -> {
                var reel = covered(video(call.with("media_type", "REELS"), video), cover);
                var shared = shareToFeed == null ? reel : reel.with("share_to_feed", shareToFeed.toString());
                yield post(shared, caption, collaborators, location, tags, null);
            }
            case Content.StoryImage(var image, var tags) ->
                tagged(call.with("media_type", "STORIES").with("image_url", image.value()), tags);
            case Content.StoryVideo(var video, var tags) ->
                tagged(video(call.with("media_type", "STORIES"), video), tags);
            case Content.CarouselImage(var image, var altText, var tags) ->
                described(tagged(item(call).with("image_url", image.value()), tags), altText);
            case Content.CarouselVideo(var video, var tags) ->
                tagged(video(item(call).with("media_type", "VIDEO"), video), tags);
            case Content.Carousel(var items, var caption, var collaborators, var location) ->
                post(
                        call.with("media_type", "CAROUSEL")
                                .with(
                                        "children",
                                        items.stream().map(ContainerId::value).collect(Collectors.joining(","))),
                        caption,
                        collaborators,
                        location,
                        List.of(),
                        null);
        };
    }

    private static GraphCall post(
            GraphCall call,
            @Nullable Caption caption,
            Collaborators collaborators,
            @Nullable LocationId location,
            List<? extends UserTag> tags,
            @Nullable AltText altText) {
        var captioned = caption == null ? call : call.with("caption", caption.value());
        var located = location == null ? captioned : captioned.with("location_id", location.value());
        return described(tagged(invited(located, collaborators), tags), altText);
    }

    private static GraphCall item(GraphCall call) {
        return call.with("is_carousel_item", "true");
    }

    private static GraphCall video(GraphCall call, VideoSource source) {
        return switch (source) {
            case VideoSource.Fetched(var url) -> call.with("video_url", url.value());
            case VideoSource.Uploaded uploaded -> call.with("upload_type", "resumable");
        };
    }

    private static GraphCall covered(GraphCall call, @Nullable Cover cover) {
        return switch (cover) {
            case null -> call;
            case Cover.Picture(var image) -> call.with("cover_url", image.value());
            case Cover.Frame(var offsetMillis) -> call.with("thumb_offset", Integer.toString(offsetMillis));
        };
    }

    private static GraphCall described(GraphCall call, @Nullable AltText altText) {
        return altText == null ? call : call.with("alt_text", altText.value());
    }

    private static GraphCall invited(GraphCall call, Collaborators collaborators) {
        if (collaborators.users().isEmpty()) {
            return call;
        }
        var names = JsonNodeFactory.instance.arrayNode();
        collaborators.users().forEach(user -> names.add(user.value()));
        return call.with("collaborators", names.toString());
    }

    private static GraphCall tagged(GraphCall call, List<? extends UserTag> tags) {
        if (tags.isEmpty()) {
            return call;
        }
        var list = JsonNodeFactory.instance.arrayNode();
        for (var tag : tags) {
            var entry = list.addObject().put("username", tag.user().value());
            if (tag instanceof UserTag.At(var user, var x, var y)) {
                entry.put("x", x).put("y", y);
            }
        }
        return call.with("user_tags", list.toString());
    }
}
