package dev.connexions.application.comment;

import dev.connexions.application.shared.MetaAccess;
import dev.connexions.application.shared.MetaFailure;
import dev.connexions.application.shared.MetaPage;
import dev.connexions.application.shared.MetaWalk;
import dev.connexions.application.shared.PageOf;
import dev.connexions.domain.comment.Comment;
import dev.connexions.domain.comment.CommentId;
import dev.connexions.domain.comment.CommentText;
import dev.connexions.domain.media.MediaId;

/**
 * Comments at Meta. What changes something is asked once and never repeated from within. Each call ends within ten seconds.
 * Never called inside a transaction.
 */
public interface InstagramComments {

    /** Those directly under the post. Of what is restricted by age Meta shows none. */
    MetaPage<Comment> under(MetaAccess access, MediaId media, PageOf page);

    MetaPage<Comment> repliesTo(MetaAccess access, CommentId comment, PageOf page);

    Lookup read(MetaAccess access, CommentId comment);

    /** Writes under the post. {@link MetaFailure.Ambiguous}: it may stand there. */
    Writing write(MetaAccess access, MediaId media, CommentText text);

    /**
     * Answers a comment; an answer to an answer hangs on the comment above both. {@link MetaFailure.Ambiguous}: it may stand
     * there.
     */
    Writing reply(MetaAccess access, CommentId comment, CommentText text);

    /** Hides it from everybody but its author, or shows it again. The account's own stay visible whatever is asked. */
    Change hide(MetaAccess access, CommentId comment, boolean hidden);

    /** Removes it, and the answers with it. Only the owner of the post may. */
    Change remove(MetaAccess access, CommentId comment);

    default MetaWalk<Comment> allUnder(MetaAccess access, MediaId media) {
        return MetaWalk.toTheEnd(page -> under(access, media, page));
    }

    default MetaWalk<Comment> allRepliesTo(MetaAccess access, CommentId comment) {
        return MetaWalk.toTheEnd(page -> repliesTo(access, comment, page));
    }

    sealed interface Lookup {

        record Found(Comment comment) implements Lookup {}

        /** It was removed, or belongs to somebody else's post, or is hidden from us by a fault of Meta's. */
        record NotSeen() implements Lookup {}

        record Failed(MetaFailure why) implements Lookup {}
    }

    sealed interface Writing {

        record Written(CommentId comment) implements Writing {}

        record Failed(MetaFailure why) implements Writing {}
    }

    sealed interface Change {

        record Done() implements Change {}

        record Failed(MetaFailure why) implements Change {}
    }
}
