package dev.connexions.domain.comment;

import dev.connexions.domain.shared.MetaIds;

public record CommentId(String value) {

    public CommentId {
        MetaIds.checked("a comment id", value);
    }
}
