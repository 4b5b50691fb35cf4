package dev.connexions.domain.media;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something published, as far as Meta shows it. Everything but the id may be absent and none of that is a failure: Meta
 * leaves out the address of what holds protected music, the number of likes that are hidden, a caption that is empty.
 * Absent is not zero.
 *
 * @param type absent when Meta named one that is new to us
 * @param surface as {@code type}
 * @param mediaUrl signed by Meta, good for hours only
 * @param thumbnailUrl as {@code mediaUrl}; videos only
 * @param children those of an album, in their order
 */
public record Media(
        MediaId id,
        @Nullable MediaType type,
        @Nullable MediaSurface surface,
        @Nullable String caption,
        @Nullable String altText,
        @Nullable URI permalink,
        @Nullable String shortcode,
        @Nullable URI mediaUrl,
        @Nullable URI thumbnailUrl,
        @Nullable Instant publishedAt,
        @Nullable Long likes,
        @Nullable Long comments,
        @Nullable Boolean commentsEnabled,
        List<Child> children) {

    /** One picture or video of an album. It has no permalink, no caption and no metrics of its own. */
    public record Child(
            MediaId id,
            @Nullable MediaType type,
            @Nullable URI mediaUrl,
            @Nullable URI thumbnailUrl) {}

    public Media {
        children = List.copyOf(children);
    }
}
