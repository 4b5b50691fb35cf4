package dev.connexions.domain.comment;

import dev.connexions.domain.shared.Prose;

/** What is written under a post. Meta documents no length of its own for it: that of a caption keeps out what cannot be meant. */
public record CommentText(String value) {

    private static final int MAX_LENGTH = 2200;

    /** @throws IllegalArgumentException unless it is 1 to 2200 code points, none of them a control but tab and line break */
    public CommentText {
        Prose.checked("a comment", value, MAX_LENGTH);
    }
}
