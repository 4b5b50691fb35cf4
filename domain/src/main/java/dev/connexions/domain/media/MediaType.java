package dev.connexions.domain.media;

import java.util.Arrays;
import java.util.Optional;

/** What a published thing consists of, by Meta's names. A reel is a video: {@link MediaSurface} tells it apart. */
public enum MediaType {
    IMAGE,
    VIDEO,
    CAROUSEL_ALBUM;

    public static Optional<MediaType> of(String name) {
        return Arrays.stream(values()).filter(type -> type.name().equals(name)).findFirst();
    }
}
