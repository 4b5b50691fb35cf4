package dev.connexions.meta.sandbox.publishing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a container is.
 *
 * @param failure the subcode that says why not, where one does
 */
public record Status(StatusCode code, @Nullable Integer failure) {

    public static Status of(Container container, Containers all, Instant now) {
        if (container.published() != null) {
            return new Status(StatusCode.PUBLISHED, null);
        }
        if (container.isExpired(now)) {
            return new Status(StatusCode.EXPIRED, null);
        }
        var readyAt = container.readyAt();
        if (container.ailment() == Container.Ailment.STUCK || readyAt == null || now.isBefore(readyAt)) {
            return new Status(StatusCode.IN_PROGRESS, null);
        }
        if (container.failure() != null) {
            return new Status(StatusCode.ERROR, container.failure());
        }
        return ofChildren(container, all, now);
    }

    /** A carousel is no further than its items, and fails with them. */
    private static Status ofChildren(Container container, Containers all, Instant now) {
        var unready = false;
        for (var id : container.children()) {
            var child = all.find(id).map(c -> of(c, all, now)).orElse(new Status(StatusCode.EXPIRED, null));
            switch (child.code()) {
                case ERROR, EXPIRED -> {
                    return new Status(StatusCode.ERROR, child.failure() == null ? 2207032 : child.failure());
                }
                case IN_PROGRESS -> unready = true;
                case FINISHED, PUBLISHED -> {}
            }
        }
        return new Status(unready ? StatusCode.IN_PROGRESS : StatusCode.FINISHED, null);
    }

    /** Not documented, and told in words all the same. */
    public String sentence() {
        return switch (code) {
            case IN_PROGRESS -> "In progress: Media is still being processed.";
            case FINISHED -> "Finished: Media has been uploaded and it is ready to be published.";
            case PUBLISHED -> "Published: Media has been published.";
            case EXPIRED -> "Expired: Media was not published within 24 hours.";
            case ERROR -> "Error: Media upload has failed with error code " + failure;
        };
    }
}
