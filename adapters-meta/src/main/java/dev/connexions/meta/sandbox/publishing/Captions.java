package dev.connexions.meta.sandbox.publishing;

import java.util.regex.Pattern;

/** How much may stand under a post. */
final class Captions {

    private static final int LONGEST = 2200;
    private static final int MOST_HASHTAGS = 30;
    private static final int MOST_MENTIONS = 20;

    private static final Pattern HASHTAG = Pattern.compile("#[\\p{L}\\p{N}_]+");
    private static final Pattern MENTION = Pattern.compile("(?<![\\p{L}\\p{N}_.])@[A-Za-z0-9_.]+");

    private Captions() {}

    static void check(String caption) {
        if (caption.codePointCount(0, caption.length()) > LONGEST
                || HASHTAG.matcher(caption).results().count() > MOST_HASHTAGS) {
            throw Refusals.captionTooLong().thrown();
        }
        if (MENTION.matcher(caption).results().count() > MOST_MENTIONS) {
            throw Refusals.tooManyTags().thrown();
        }
    }
}
