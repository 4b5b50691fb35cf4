package dev.connexions.application.media;

import dev.connexions.application.shared.MetaAccess;
import dev.connexions.application.shared.MetaFailure;
import dev.connexions.application.shared.MetaPage;
import dev.connexions.application.shared.MetaWalk;
import dev.connexions.application.shared.PageOf;
import dev.connexions.domain.media.Media;
import dev.connexions.domain.media.MediaId;
import java.util.Collection;
import java.util.Map;

/**
 * What the account has published, as Meta shows it. Each call ends within ten seconds, {@link #readAll} and the walks
 * within ten for each of their requests. Never called inside a transaction.
 */
public interface InstagramMedia {

    /** Posts and reels, the newest first; Meta shows the 10,000 newest. Stories are not among them. */
    MetaPage<Media> posts(MetaAccess access, PageOf page);

    /** Stories of the last 24 hours, the newest first. */
    MetaPage<Media> stories(MetaAccess access, PageOf page);

    Lookup read(MetaAccess access, MediaId media);

    /** Each for itself, fifty with one request: one that fails says nothing of the others. */
    Map<MediaId, Lookup> readAll(MetaAccess access, Collection<MediaId> media);

    /** Takes it off Instagram. Facebook Login only. */
    Removal remove(MetaAccess access, MediaId media);

    /** Lets people comment on it, or not. What is written already stays. */
    Switch letComment(MetaAccess access, MediaId media, boolean allowed);

    default MetaWalk<Media> allPosts(MetaAccess access) {
        return MetaWalk.toTheEnd(page -> posts(access, page));
    }

    default MetaWalk<Media> allStories(MetaAccess access) {
        return MetaWalk.toTheEnd(page -> stories(access, page));
    }

    sealed interface Lookup {

        record Found(Media media) implements Lookup {}

        /** It was removed, belongs to somebody else, or is hidden from us by a fault of Meta's: it proves nothing. */
        record NotSeen() implements Lookup {}

        record Failed(MetaFailure why) implements Lookup {}
    }

    sealed interface Removal {

        record Removed() implements Removal {}

        /** Meta has this with the other login product only. */
        record NotOffered() implements Removal {}

        record Failed(MetaFailure why) implements Removal {}
    }

    sealed interface Switch {

        record Done() implements Switch {}

        record Failed(MetaFailure why) implements Switch {}
    }
}
