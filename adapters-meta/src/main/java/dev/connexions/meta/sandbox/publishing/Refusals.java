package dev.connexions.meta.sandbox.publishing;

import dev.connexions.meta.sandbox.refusal.Refusal;

/** The refusals of publishing, by Meta's table of error codes. */
final class Refusals {

    private Refusals() {}

    static Refusal downloadTooSlow() {
        return Refusal.of(-2, 2207003, "Timeout downloading media").forNow();
    }

    /** Says of itself that it is not transient, and yet often passes. */
    static Refusal notFetched() {
        return Refusal.of(9004, 2207052, "Only photo or video can be accepted as media type.");
    }

    static Refusal imageTooLarge() {
        return Refusal.of(36000, 2207004, "The image size is too large.");
    }

    static Refusal imageFormat() {
        return Refusal.of(36001, 2207005, "The image format is not supported.");
    }

    static Refusal aspectRatio() {
        return Refusal.of(36003, 2207009, "The aspect ratio is not supported.");
    }

    static Refusal captionTooLong() {
        return Refusal.of(36004, 2207010, "The caption was too long.");
    }

    static Refusal tooManyTags() {
        return Refusal.of(100, 2207040, "Cannot use more than 20 tags in one caption.");
    }

    static Refusal unknownMediaType(String type) {
        return Refusal.of(100, 2207023, "The media type " + type + " is unknown.");
    }

    static Refusal carouselSize() {
        return Refusal.of(100, 2207028, "A carousel needs between 2 and 10 items.");
    }

    static Refusal thumbOffset() {
        return Refusal.of(1, 2207057, "The thumbnail offset is outside of the video.");
    }

    static Refusal productTagPositionOnVideo() {
        return Refusal.of(100, 2207035, "Product tag positions should not be specified for video media.");
    }

    static Refusal productTagWithoutPosition() {
        return Refusal.of(100, 2207036, "Product tag positions are required for photo media.");
    }

    static Refusal invalidProduct() {
        return Refusal.of(100, 2207037, "A product tag is not valid.");
    }

    static Refusal invalidLocation() {
        return Refusal.invalid("INSTAGRAM_PLATFORM_API__INVALID_LOCATION_ID");
    }

    static Refusal audio() {
        return Refusal.of(100, 9050, "The audio configuration names no audio.");
    }

    static Refusal videoAlone() {
        return Refusal.of(100, 2207089, "Videos are published as reels.");
    }

    static Refusal trialReels(int code) {
        return Refusal.of(code, 2207081, "The account is not eligible for trial reels.");
    }

    static Refusal notThisAccounts() {
        return Refusal.of(24, 2207006, "The media cannot be found.");
    }

    static Refusal unknownContainer() {
        return Refusal.of(24, 2207008, "The media container does not exist or has expired.");
    }

    static Refusal expired() {
        return Refusal.of(-2, 2207020, "The media has expired.");
    }

    static Refusal notReady() {
        return Refusal.of(9007, 2207027, "Media ID is not available").forNow();
    }

    static Refusal quotaUsedUp() {
        return Refusal.of(9, 2207042, "The account has reached the maximum number of posts that can be published.");
    }
}
