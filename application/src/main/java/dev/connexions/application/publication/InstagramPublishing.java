package dev.connexions.application.publication;

import dev.connexions.application.shared.MetaAccess;
import dev.connexions.application.shared.MetaFailure;
import dev.connexions.domain.media.MediaId;
import dev.connexions.domain.publication.ContainerId;
import dev.connexions.domain.publication.ContainerStatus;
import dev.connexions.domain.publication.Content;
import dev.connexions.domain.publication.PublishingLimit;

/**
 * Publishing at Meta, seen from our side: a container is prepared, becomes {@link ContainerStatus.Finished} in its own
 * time, and is published. What changes something is asked once and never repeated from within. Each call ends within ten
 * seconds, an upload within ten minutes. Never called inside a transaction.
 */
public interface InstagramPublishing {

    /**
     * Prepares what is to be published. Nothing becomes visible by it and no publishing limit is spent, but Meta takes 400
     * of them per account and day. That there is a container does not mean that its media is good: {@link #inspect} tells.
     */
    Preparation prepare(MetaAccess access, Content content);

    /**
     * Sends the bytes of a container whose content is {@link Content#uploaded()}, or the rest of them. Facebook Login only.
     *
     * @throws java.io.UncheckedIOException when they cannot be opened
     */
    Transfer upload(MetaAccess access, ContainerId container, VideoFile video);

    /** How many bytes of an upload Meta holds: from there it goes on. Facebook Login only. */
    Progress progress(MetaAccess access, ContainerId container);

    /** What became of a container; also the way to learn whether a publication that went unanswered is live. */
    Inspection inspect(MetaAccess access, ContainerId container);

    /**
     * Makes it visible, which cannot be undone. Without a clear answer the result is {@link MetaFailure.Ambiguous}: it may
     * be live, and only {@link #inspect} and the newest media tell.
     */
    Release publish(MetaAccess access, ContainerId container);

    /** What Meta lets the account publish, and how much of it is used. */
    Allowance allowance(MetaAccess access);

    sealed interface Preparation {

        record Prepared(ContainerId container) implements Preparation {}

        /** Meta has this with the other login product only. */
        record NotOffered() implements Preparation {}

        /** When it is {@link MetaFailure.Ambiguous}, a container that nobody knows may lapse at Meta. */
        record Failed(MetaFailure why) implements Preparation {}
    }

    sealed interface Transfer {

        record Received() implements Transfer {}

        record NotOffered() implements Transfer {}

        /** Whatever it is, {@link #progress} tells from where to go on. */
        record Failed(MetaFailure why) implements Transfer {}
    }

    sealed interface Progress {

        record Known(long bytes) implements Progress {}

        /** Meta showed the container and not how much of it it holds. */
        record Unstated() implements Progress {}

        record NotOffered() implements Progress {}

        record Failed(MetaFailure why) implements Progress {}
    }

    sealed interface Inspection {

        record Seen(ContainerStatus status) implements Inspection {}

        /** It lapsed, belongs to somebody else, or is hidden from us by a fault of Meta's: it proves nothing. */
        record NotSeen() implements Inspection {}

        record Failed(MetaFailure why) implements Inspection {}
    }

    sealed interface Release {

        record Published(MediaId media) implements Release {}

        /** The container is not finished, or is live already: {@link #inspect} tells. Nothing happened. */
        record NotReady() implements Release {}

        /** The account's publishing limit is used up. Nothing happened. */
        record LimitReached() implements Release {}

        /** Meta knows no such container, or no more. It has to be prepared anew. */
        record ContainerGone() implements Release {}

        record Failed(MetaFailure why) implements Release {}
    }

    sealed interface Allowance {

        record Known(PublishingLimit limit) implements Allowance {}

        record Failed(MetaFailure why) implements Allowance {}
    }
}
