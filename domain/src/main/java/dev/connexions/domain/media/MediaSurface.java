package dev.connexions.domain.media;

import java.util.Arrays;
import java.util.Optional;

/** Where on Instagram a published thing is shown, by the names of Meta's {@code media_product_type}. */
public enum MediaSurface {
    FEED,
    REELS,
    STORY,
    AD;

    public static Optional<MediaSurface> of(String name) {
        return Arrays.stream(values())
                .filter(surface -> surface.name().equals(name))
                .findFirst();
    }
}
