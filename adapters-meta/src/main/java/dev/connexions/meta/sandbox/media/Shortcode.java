package dev.connexions.meta.sandbox.media;

/** A media id as it stands in a permalink: the number, written with 64 digits. */
final class Shortcode {

    private static final String DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private Shortcode() {}

    static String of(String id) {
        var text = new StringBuilder();
        for (var rest = Long.parseLong(id); rest > 0; rest /= 64) {
            text.append(DIGITS.charAt((int) (rest % 64)));
        }
        return text.reverse().toString();
    }
}
