package dev.connexions.domain.publication;

import org.jspecify.annotations.Nullable;

/** What became of a container. Meta keeps one for a day. */
public sealed interface ContainerStatus {

    /** Meta is still fetching or transcoding. */
    record InProgress() implements ContainerStatus {}

    /** It can be published. */
    record Finished() implements ContainerStatus {}

    /**
     * Nothing will come of it.
     *
     * @param subcode Meta's, if it says why
     * @param reason the same in one word for programs, such as {@code video_format}; {@code unclassified} when unknown
     * @param passing whether another container for the same media may fare better
     */
    record Failed(@Nullable Integer subcode, String reason, boolean passing) implements ContainerStatus {}

    /** A day went by and it was not published. */
    record Expired() implements ContainerStatus {}

    /** It is live, whoever published it. */
    record Published() implements ContainerStatus {}

    /** Meta showed the container and said nothing of its state that we know. Ask again. */
    record Unstated() implements ContainerStatus {}
}
