package dev.connexions.domain.shared;

import java.text.Normalizer;

/** The one rule for short texts that somebody typed. */
public final class Texts {

    private Texts() {}

    /**
     * The text in Unicode's composed form (NFC), so that two spellings of one word are one.
     *
     * @throws IllegalArgumentException naming {@code what} when it is blank, begins or ends in white space, is longer than
     *     {@code max} code points, or holds a control, a format (bidirectional override, zero width) or an unpaired
     *     surrogate
     */
    public static String line(String what, String raw, int max) {
        var text = Normalizer.normalize(raw, Normalizer.Form.NFC);
        var length = text.codePointCount(0, text.length());
        if (length < 1 || length > max) {
            throw new IllegalArgumentException(what + " has 1 to " + max + " characters");
        }
        if (isSpace(text.codePointAt(0)) || isSpace(text.codePointBefore(text.length()))) {
            throw new IllegalArgumentException(what + " neither begins nor ends with white space");
        }
        if (text.codePoints().anyMatch(Texts::isUnprintable)) {
            throw new IllegalArgumentException(what + " holds no control or formatting characters");
        }
        return text;
    }

    private static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static boolean isUnprintable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }
}
