package dev.connexions.meta.media;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connexions.domain.media.Media;
import dev.connexions.domain.media.MediaId;
import dev.connexions.domain.media.MediaSurface;
import dev.connexions.domain.media.MediaType;
import dev.connexions.meta.shared.Answers;
import dev.connexions.meta.shared.GarbledAnswerException;
import dev.connexions.meta.shared.Members;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a post, by both login products: one field that Meta does not know fails the whole call, so those that
 * only Facebook Login has are not among them.
 */
final class MediaFields {

    static final String FIELDS = "id,caption,media_type,media_product_type,media_url,thumbnail_url,permalink,shortcode,"
            + "timestamp,like_count,comments_count,is_comment_enabled,alt_text,"
            + "children{id,media_type,media_url,thumbnail_url}";

    private MediaFields() {}

    static Media read(JsonNode body) {
        return new Media(
                new MediaId(Answers.id(body, "id")),
                known(body, "media_type", MediaType::of),
                known(body, "media_product_type", MediaSurface::of),
                Answers.textIfAny(body, "caption"),
                Answers.textIfAny(body, "alt_text"),
                Members.addressIfAny(body, "permalink"),
                Answers.textIfAny(body, "shortcode"),
                Members.addressIfAny(body, "media_url"),
                Members.addressIfAny(body, "thumbnail_url"),
                Members.momentIfAny(body, "timestamp"),
                Members.countIfAny(body, "like_count"),
                Members.countIfAny(body, "comments_count"),
                Members.flagIfAny(body, "is_comment_enabled"),
                children(body.get("children")));
    }

    private static List<Media.Child> children(@Nullable JsonNode list) {
        if (list == null || list.isNull()) {
            return List.of();
        }
        var data = list.get("data");
        if (data == null || !data.isArray()) {
            throw new GarbledAnswerException("children is no list");
        }
        var children = new ArrayList<Media.Child>();
        for (var child : data) {
            children.add(new Media.Child(
                    new MediaId(Answers.id(child, "id")),
                    known(child, "media_type", MediaType::of),
                    Members.addressIfAny(child, "media_url"),
                    Members.addressIfAny(child, "thumbnail_url")));
        }
        return children;
    }

    /** A name that is new to us is none. */
    private static <T> @Nullable T known(JsonNode body, String member, Function<String, Optional<T>> names) {
        var name = Answers.textIfAny(body, member);
        return name == null ? null : names.apply(name).orElse(null);
    }
}
