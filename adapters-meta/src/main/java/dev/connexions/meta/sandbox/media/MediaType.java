package dev.connexions.meta.sandbox.media;

/** Meta's {@code media_type}. A published reel is a {@code VIDEO}. */
public enum MediaType {
    IMAGE,
    VIDEO,
    CAROUSEL_ALBUM
}
