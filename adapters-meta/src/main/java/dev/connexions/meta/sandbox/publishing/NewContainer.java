package dev.connexions.meta.sandbox.publishing;

import dev.connexions.meta.sandbox.files.Download;
import dev.connexions.meta.sandbox.files.Downloads;
import dev.connexions.meta.sandbox.http.Params;
import dev.connexions.meta.sandbox.refusal.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A container as it was asked for, its media fetched and looked at. */
public record NewContainer(
        Kind kind,
        Map<String, String> asked,
        List<String> children,
        @Nullable Integer failure,
        @Nullable Upload upload) {

    private static final int FEWEST = 2;
    private static final int MOST = 10;

    /** Fetches; not for use under the world's lock. */
    public static NewContainer read(
            Params params, boolean facebookLogin, PublishingSettings settings, Downloads downloads) {
        var asked = new Asked(params);
        var kind = Rules.kind(asked);
        Rules.check(asked, kind, facebookLogin, settings);
        var children = asked.list("children");
        if (kind == Kind.CAROUSEL && (children.size() < FEWEST || children.size() > MOST)) {
            throw Refusals.carouselSize().thrown();
        }
        var failure = kind == Kind.CAROUSEL ? null : inspect(asked, kind, settings, downloads);
        var upload = asked.has("upload_type") ? Upload.awaited() : null;
        return new NewContainer(kind, asked.all(), kind == Kind.CAROUSEL ? children : List.of(), failure, upload);
    }

    private static @Nullable Integer inspect(Asked asked, Kind kind, PublishingSettings settings, Downloads downloads) {
        var cover = asked.text("cover_url")
                .flatMap(url -> Inspection.image(downloads.fetch(url, settings.patience()), true));
        if (cover.isPresent()) {
            throw cover.get().thrown();
        }
        if (kind.isVideo()) {
            return film(asked, kind, settings, downloads);
        }
        var picture = downloads.fetch(asked.text("image_url").orElseThrow(), settings.patience());
        var wrong = Inspection.image(picture, kind == Kind.STORY_IMAGE).orElse(null);
        if (wrong != null && settings.imageErrorsAtOnce()) {
            throw wrong.thrown();
        }
        return wrong == null ? null : wrong.subcode();
    }

    private static @Nullable Integer film(Asked asked, Kind kind, PublishingSettings settings, Downloads downloads) {
        var offset = asked.text("thumb_offset").map(NewContainer::millis);
        var url = asked.text("video_url");
        if (url.isEmpty()) {
            return null;
        }
        var download = downloads.fetch(url.get(), settings.patience());
        if (offset.isPresent()
                && download instanceof Download.Fetched fetched
                && fetched.film()
                        .filter(film -> offset.get().compareTo(film.duration()) >= 0)
                        .isPresent()) {
            throw Refusals.thumbOffset().thrown();
        }
        return Inspection.film(download, kind);
    }

    private static Duration millis(String text) {
        try {
            var millis = Integer.parseInt(text);
            if (millis >= 0) {
                return Duration.ofMillis(millis);
            }
        } catch (NumberFormatException notANumber) {
            throw Refusal.invalid("(#100) Param thumb_offset must be an integer")
                    .thrown();
        }
        throw Refusals.thumbOffset().thrown();
    }
}
