package dev.connexions.web.shared;

import java.util.Locale;

/** The domain says what a value is in half a sentence; a caller reads a whole one. */
final class Sentence {

    private Sentence() {}

    static String of(IllegalArgumentException wrong) {
        var message = wrong.getMessage();
        if (message == null || message.isEmpty()) {
            return "This is no valid value.";
        }
        var first = message.substring(0, 1).toUpperCase(Locale.ROOT);
        return first + message.substring(1) + (message.endsWith(".") ? "" : ".");
    }
}
