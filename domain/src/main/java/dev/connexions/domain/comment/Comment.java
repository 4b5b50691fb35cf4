package dev.connexions.domain.comment;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A comment as Meta shows it; what it does not show is absent.
 *
 * @param parent absent for one directly under the post; answers to answers hang on the same one
 * @param replies those that came along; all of them are a list of their own
 */
public record Comment(
        CommentId id,
        @Nullable String text,
        @Nullable Instant writtenAt,
        @Nullable Author author,
        @Nullable Long likes,
        @Nullable Boolean hidden,
        @Nullable CommentId parent,
        List<Comment> replies) {

    /** @param id app-scoped; absent in some answers */
    public record Author(@Nullable String id, @Nullable String username) {}

    public Comment {
        replies = List.copyOf(replies);
    }
}
