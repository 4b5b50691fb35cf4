package dev.connexions.meta.sandbox.publishing;

import dev.connexions.meta.sandbox.world.Setting;
import dev.connexions.meta.sandbox.world.Settings;
import java.time.Duration;
import java.util.List;

/** What of publishing is Meta's to decide, and what is not known for certain of it (dossier 3, 12.4), as it is now. */
public record PublishingSettings(
        int quotaTotal,
        boolean storiesCount,
        int containerLimit,
        int containerLimitCode,
        Duration imageDelay,
        Duration videoDelay,
        Duration carouselDelay,
        Duration patience,
        boolean imageErrorsAtOnce,
        boolean misplacedCaptionRefused,
        int expiredSubcode,
        boolean secondPublishRepeats,
        boolean childrenPublished,
        boolean statusIsSubcode,
        boolean statusByDefault,
        boolean copyrightMatches,
        int trialReelsCode) {

    /** Meta's own pages say 50 and 100, and it used to be 25. */
    private static final Setting<Integer> QUOTA_TOTAL = Setting.number("quotaTotal", 50, 0, 100_000);

    /** Whether stories use up the limit too (unverified). */
    private static final Setting<Boolean> STORIES_COUNT = Setting.flag("storiesCount", true);

    private static final Setting<Integer> CONTAINER_LIMIT = Setting.number("containerLimit", 400, 0, 1_000_000);

    /** What is answered beyond it (unverified). */
    private static final Setting<Integer> CONTAINER_LIMIT_CODE =
            Setting.number("containerLimitCode", 9, -1000, 1_000_000);

    /** Not even an image is ready at once (quirk 1). */
    private static final Setting<Duration> IMAGE_DELAY = Setting.duration("imageDelay", Duration.ofSeconds(1));

    private static final Setting<Duration> VIDEO_DELAY = Setting.duration("videoDelay", Duration.ofSeconds(5));
    private static final Setting<Duration> CAROUSEL_DELAY = Setting.duration("carouselDelay", Duration.ofSeconds(1));
    private static final Setting<Duration> PATIENCE = Setting.duration("downloadTimeout", Duration.ofSeconds(5));

    /** Whether a bad image is refused where it is handed in, or told by the container's status. */
    private static final Setting<Boolean> IMAGE_ERRORS_AT_ONCE = Setting.flag("imageErrorsAtOnce", true);

    /** Whether a caption on a story or on an item is an error, or overlooked. */
    private static final Setting<Boolean> CAPTION_REFUSED = Setting.flag("misplacedCaptionRefused", false);

    /** How publishing a container that is over is refused: 24/2207008 or -2/2207020. */
    private static final Setting<Integer> EXPIRED = Setting.number("expiredSubcode", 2207008, 2207008, 2207020);

    /** Whether publishing a published container answers its media again, or is refused. */
    private static final Setting<Boolean> SECOND_PUBLISH = Setting.flag("secondPublishRepeats", false);

    /** Whether the items of a published carousel are published too (unverified). */
    private static final Setting<Boolean> CHILDREN = Setting.flag("childrenPublished", true);

    /** Whether {@code status} is a subcode, as documented, or a sentence, as seen. */
    private static final Setting<Boolean> SUBCODE = Setting.flag("statusIsSubcode", false);

    /** Whether a container tells its status to whom asks for no fields (unverified). */
    private static final Setting<Boolean> BY_DEFAULT = Setting.flag("statusByDefault", false);

    /** Whether films are found to hold what belongs to others. */
    private static final Setting<Boolean> COPYRIGHT = Setting.flag("copyrightMatches", false);

    /** How trial reels are refused to accounts that are not eligible: 2207081, seen without its code; 0 refuses none. */
    private static final Setting<Integer> TRIAL_REELS = Setting.number("trialReelsCode", 0, -1000, 1_000_000);

    public static final List<Setting<?>> ALL = List.of(
            QUOTA_TOTAL,
            STORIES_COUNT,
            CONTAINER_LIMIT,
            CONTAINER_LIMIT_CODE,
            IMAGE_DELAY,
            VIDEO_DELAY,
            CAROUSEL_DELAY,
            PATIENCE,
            IMAGE_ERRORS_AT_ONCE,
            CAPTION_REFUSED,
            EXPIRED,
            SECOND_PUBLISH,
            CHILDREN,
            SUBCODE,
            BY_DEFAULT,
            COPYRIGHT,
            TRIAL_REELS);

    public static PublishingSettings of(Settings now) {
        return new PublishingSettings(
                now.get(QUOTA_TOTAL),
                now.get(STORIES_COUNT),
                now.get(CONTAINER_LIMIT),
                now.get(CONTAINER_LIMIT_CODE),
                now.get(IMAGE_DELAY),
                now.get(VIDEO_DELAY),
                now.get(CAROUSEL_DELAY),
                now.get(PATIENCE),
                now.get(IMAGE_ERRORS_AT_ONCE),
                now.get(CAPTION_REFUSED),
                now.get(EXPIRED),
                now.get(SECOND_PUBLISH),
                now.get(CHILDREN),
                now.get(SUBCODE),
                now.get(BY_DEFAULT),
                now.get(COPYRIGHT),
                now.get(TRIAL_REELS));
    }

    Duration delay(Kind kind) {
        if (kind == Kind.CAROUSEL) {
            return carouselDelay;
        }
        return kind.isVideo() ? videoDelay : imageDelay;
    }
}
