package dev.connexions.meta.sandbox.media;

/** Meta's {@code media_product_type}: the place where it is shown. */
public enum ProductType {
    FEED,
    REELS,
    STORY
}
