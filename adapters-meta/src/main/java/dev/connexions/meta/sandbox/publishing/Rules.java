package dev.connexions.meta.sandbox.publishing;

import dev.connexions.meta.sandbox.refusal.Refusal;
import java.util.Set;
import java.util.regex.Pattern;

/** What may be asked of which kind of container, as far as it can be told without looking at the media. */
final class Rules {

    private static final int LONGEST_ALT_TEXT = 1000;
    private static final Pattern ID = Pattern.compile("[0-9]{1,20}");
    private static final Set<String> STRATEGIES = Set.of("MANUAL", "SS_PERFORMANCE");

    private Rules() {}

    static Kind kind(Asked asked) {
        var item = asked.flag("is_carousel_item");
        var type = asked.text("media_type").orElse("IMAGE");
        return switch (type) {
            case "IMAGE" -> item ? Kind.ITEM_IMAGE : Kind.IMAGE;
            case "VIDEO" -> item ? Kind.ITEM_VIDEO : Kind.VIDEO;
            case "REELS" -> Kind.REEL;
            case "STORIES" -> asked.has("image_url") ? Kind.STORY_IMAGE : Kind.STORY_VIDEO;
            case "CAROUSEL" -> Kind.CAROUSEL;
            default -> throw Refusals.unknownMediaType(type).thrown();
        };
    }

    static void check(Asked asked, Kind kind, boolean facebookLogin, PublishingSettings settings) {
        source(asked, kind, facebookLogin);
        words(asked, kind, settings);
        Tags.check(asked, kind, facebookLogin);
        film(asked, kind, facebookLogin);
        trial(asked, settings);
        addOns(asked, kind, facebookLogin);
    }

    /** Exactly one place to take it from. */
    private static void source(Asked asked, Kind kind, boolean facebookLogin) {
        var resumable = asked.has("upload_type");
        asked.refuse("upload_type", !facebookLogin || !kind.isVideo());
        if (resumable && !asked.text("upload_type").orElse("").equals("resumable")) {
            throw Refusal.invalid("(#100) Param upload_type must be one of {RESUMABLE}")
                    .thrown();
        }
        asked.refuse("image_url", kind == Kind.CAROUSEL || kind.isVideo());
        asked.refuse("video_url", kind == Kind.CAROUSEL || !kind.isVideo() || resumable);
        var wanted = kind.isVideo() ? "video_url" : "image_url";
        if (kind != Kind.CAROUSEL && !resumable && !asked.has(wanted)) {
            throw Refusal.invalid("(#100) The parameter " + wanted + " is required")
                    .thrown();
        }
    }

    private static void words(Asked asked, Kind kind, PublishingSettings settings) {
        asked.text("caption").ifPresent(Captions::check);
        asked.refuse("caption", settings.misplacedCaptionRefused() && (kind.isItem() || kind.isStory()));
        asked.refuse("alt_text", kind != Kind.IMAGE && kind != Kind.ITEM_IMAGE);
        var altText = asked.text("alt_text").orElse("");
        if (altText.codePointCount(0, altText.length()) > LONGEST_ALT_TEXT) {
            throw Refusal.invalid("(#100) Param alt_text takes 1000 characters at most")
                    .thrown();
        }
        asked.refuse("location_id", kind.isItem());
        if (asked.text("location_id").filter(id -> !ID.matcher(id).matches()).isPresent()) {
            throw Refusals.invalidLocation().thrown();
        }
        asked.flag("is_ai_generated");
        asked.refuse("is_ai_generated", kind.isItem());
    }

    private static void film(Asked asked, Kind kind, boolean facebookLogin) {
        asked.flag("share_to_feed");
        for (var name : Set.of("share_to_feed", "cover_url", "audio_name", "audio_configuration", "trial_params")) {
            asked.refuse(name, kind != Kind.REEL);
        }
        asked.refuse("thumb_offset", !kind.isVideo());
        asked.refuse("audio_configuration", !facebookLogin);
        asked.json("audio_configuration")
                .filter(audio -> audio.path("audio_id").asText().isEmpty())
                .ifPresent(nameless -> {
                    throw Refusals.audio().thrown();
                });
    }

    private static void trial(Asked asked, PublishingSettings settings) {
        asked.json("trial_params")
                .filter(trial ->
                        !STRATEGIES.contains(trial.path("graduation_strategy").asText()))
                .ifPresent(aimless -> {
                    throw Refusal.invalid("(#100) Param trial_params[graduation_strategy] must be one of {MANUAL,"
                                    + " SS_PERFORMANCE}")
                            .thrown();
                });
        if (settings.trialReelsCode() != 0 && asked.has("trial_params")) {
            throw Refusals.trialReels(settings.trialReelsCode()).thrown();
        }
    }

    /** Since 28 September 2026, with Facebook Login only: one add-on for each post. */
    private static void addOns(Asked asked, Kind kind, boolean facebookLogin) {
        for (var name : Set.of(
                "is_paid_partnership", "poll_attachment", "is_poll_duration_extended", "is_comment_prompt_used")) {
            asked.refuse(name, !facebookLogin);
        }
        asked.flag("is_paid_partnership");
        asked.flag("is_poll_duration_extended");
        var prompt = asked.flag("is_comment_prompt_used");
        asked.refuse("poll_attachment", kind.isStory() || kind.isItem() || prompt);
        asked.refuse("is_comment_prompt_used", kind.isStory() || kind.isItem());
        asked.json("poll_attachment").ifPresent(poll -> {
            var options = poll.path("options").size();
            if (options < 2 || options > 4) {
                throw Refusal.invalid("(#100) Param poll_attachment takes 2 to 4 options")
                        .thrown();
            }
        });
    }
}
