package dev.connexions.meta.sandbox.publishing;

import dev.connexions.meta.sandbox.media.ProductType;

/** What a container is to become. */
public enum Kind {
    IMAGE,
    REEL,
    STORY_IMAGE,
    STORY_VIDEO,
    ITEM_IMAGE,
    ITEM_VIDEO,
    /** A film that is neither reel nor item: it can be prepared, but has not been publishable since November 2023. */
    VIDEO,
    CAROUSEL;

    public boolean isVideo() {
        return this == REEL || this == STORY_VIDEO || this == ITEM_VIDEO || this == VIDEO;
    }

    public boolean isItem() {
        return this == ITEM_IMAGE || this == ITEM_VIDEO;
    }

    public boolean isStory() {
        return this == STORY_IMAGE || this == STORY_VIDEO;
    }

    public ProductType product() {
        if (isStory()) {
            return ProductType.STORY;
        }
        return this == REEL ? ProductType.REELS : ProductType.FEED;
    }
}
