package dev.connexions.web.shared;

/** What somebody sent, in a form that can be said back and logged. */
public final class Printable {

    private static final int MAX_LENGTH = 128;

    private Printable() {}

    /** Cut to 128 characters; what cannot be printed or encoded becomes a question mark. */
    public static String text(String raw) {
        if (isPlain(raw)) {
            return raw;
        }
        var text = new StringBuilder();
        raw.codePoints().limit(MAX_LENGTH).forEach(c -> text.appendCodePoint(isPrintable(c) ? c : '?'));
        return text.toString();
    }

    private static boolean isPlain(String raw) {
        for (var i = 0; i < raw.length(); i++) {
            if (raw.charAt(i) < ' ' || raw.charAt(i) > '~') {
                return false;
            }
        }
        return raw.length() <= MAX_LENGTH;
    }

    private static boolean isPrintable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
