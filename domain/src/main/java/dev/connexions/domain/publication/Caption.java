package dev.connexions.domain.publication;

import dev.connexions.domain.shared.Prose;
import java.util.regex.Pattern;

/**
 * The text of a post: 1 to 2200 code points, at most 30 hashtags and 20 mentions (Meta's "Content Publishing"). Kept to
 * the code point.
 */
public record Caption(String value) {

    private static final int MAX_LENGTH = 2200;
    private static final int MAX_HASHTAGS = 30;
    private static final int MAX_MENTIONS = 20;

    // behind a letter or another # or @ neither begins anything: a#b, x@example.org, ##
    private static final Pattern HASHTAG = Pattern.compile("(?U)(?<![\\w#&])#\\w");
    private static final Pattern MENTION = Pattern.compile("(?U)(?<![\\w@])@[A-Za-z0-9._]");

    /** @throws IllegalArgumentException naming what there is too much of */
    public Caption {
        Prose.checked("a caption", value, MAX_LENGTH);
        if (count(HASHTAG, value) > MAX_HASHTAGS) {
            throw new IllegalArgumentException("a caption has at most " + MAX_HASHTAGS + " hashtags");
        }
        if (count(MENTION, value) > MAX_MENTIONS) {
            throw new IllegalArgumentException("a caption has at most " + MAX_MENTIONS + " mentions");
        }
    }

    private static long count(Pattern pattern, String text) {
        return pattern.matcher(text).results().count();
    }
}
