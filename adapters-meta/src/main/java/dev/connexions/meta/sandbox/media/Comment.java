package dev.connexions.meta.sandbox.media;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * @param parent the comment it replies to; never itself a reply
 * @param authorId whoever wrote it, as the app sees them
 * @param own whether the account under whose post it stands wrote it
 */
public record Comment(
        String id,
        String post,
        @Nullable String parent,
        String text,
        Instant at,
        String authorId,
        String author,
        boolean own,
        int likes,
        boolean hidden) {

    public Comment withHidden(boolean next) {
        return new Comment(id, post, parent, text, at, authorId, author, own, likes, next);
    }

    /** What belongs together: a reply to a reply hangs on the top comment. */
    public String thread() {
        return parent == null ? id : parent;
    }
}
