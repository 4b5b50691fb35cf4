package dev.connexions.domain.shared;

/** The one rule for what a person writes to be read on Instagram: kept to the code point, white space and all. */
public final class Prose {

    private Prose() {}

    /**
     * @throws IllegalArgumentException naming {@code what} when it is blank, is longer than {@code max} code points, or
     *     holds an unpaired surrogate or a control other than tab and line break
     */
    public static String checked(String what, String text, int max) {
        var length = text.codePointCount(0, text.length());
        if (text.isBlank() || length > max) {
            throw new IllegalArgumentException(what + " has 1 to " + max + " characters");
        }
        if (text.codePoints().anyMatch(Prose::isUnwritable)) {
            throw new IllegalArgumentException(what + " holds no control characters and no half characters");
        }
        return text;
    }

    private static boolean isUnwritable(int c) {
        return switch (Character.getType(c)) {
            case Character.SURROGATE -> true;
            case Character.CONTROL -> c != '\t' && c != '\n' && c != '\r';
            default -> false;
        };
    }
}
