package dev.connexions.meta.sandbox.publishing;

import dev.connexions.meta.sandbox.files.Download;
import dev.connexions.meta.sandbox.files.StoredFile;
import dev.connexions.meta.sandbox.refusal.Refusal;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What Meta finds wrong with media once it has fetched them. */
final class Inspection {

    private static final long IMAGE_BYTES = 8L << 20;
    private static final long REEL_BYTES = 300L << 20;
    private static final long STORY_BYTES = 100L << 20;
    private static final double TALLEST = 4.0 / 5;
    private static final double WIDEST = 1.91;
    private static final int MOST_COLUMNS = 1920;
    private static final Duration SHORTEST = Duration.ofSeconds(3);
    private static final Duration LONGEST_REEL = Duration.ofMinutes(15);
    private static final Duration LONGEST_STORY = Duration.ofSeconds(60);
    private static final Set<String> CODECS = Set.of("avc1", "avc3", "hvc1", "hev1");

    /** Not in Meta's table; seen in answers. */
    private static final int DOWNLOAD_FAILED = 2207077;

    private static final int FORMAT = 2207026;

    private Inspection() {}

    static Optional<Refusal> image(Download download, boolean free) {
        return switch (download) {
            case Download.Unreachable gone -> Optional.of(Refusals.notFetched());
            case Download.TooSlow slow -> Optional.of(Refusals.downloadTooSlow());
            case Download.Fetched fetched -> image(fetched, free);
        };
    }

    private static Optional<Refusal> image(Download.Fetched fetched, boolean free) {
        if (fetched.picture().isEmpty()) {
            return Optional.of(Refusals.notFetched());
        }
        var picture = fetched.picture().orElseThrow();
        var ratio = (double) picture.width() / picture.height();
        if (fetched.size() > IMAGE_BYTES) {
            return Optional.of(Refusals.imageTooLarge());
        }
        if (!picture.format().equals("jpeg")) {
            return Optional.of(Refusals.imageFormat());
        }
        return free || (ratio >= TALLEST && ratio <= WIDEST) ? Optional.empty() : Optional.of(Refusals.aspectRatio());
    }

    /** The subcode that a container's status names; none when the film is good. */
    static @Nullable Integer film(Download download, Kind kind) {
        return switch (download) {
            case Download.Unreachable gone -> DOWNLOAD_FAILED;
            case Download.TooSlow slow -> DOWNLOAD_FAILED;
            case Download.Fetched fetched ->
                fetched.film()
                                .filter(film -> isGood(film, fetched.size(), kind))
                                .isPresent()
                        ? null
                        : FORMAT;
        };
    }

    private static boolean isGood(StoredFile.Film film, long size, Kind kind) {
        var story = kind == Kind.STORY_VIDEO;
        var ratio = film.height() == 0 ? 0 : (double) film.width() / film.height();
        return film.indexFirst()
                && CODECS.contains(film.codec())
                && size <= (story ? STORY_BYTES : REEL_BYTES)
                && film.duration().compareTo(SHORTEST) >= 0
                && film.duration().compareTo(story ? LONGEST_STORY : LONGEST_REEL) <= 0
                && film.width() <= MOST_COLUMNS
                && ratio >= (story ? 0.1 : 0.01)
                && ratio <= 10;
    }
}
