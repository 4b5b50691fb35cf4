package dev.connexions.acceptance.steps;

import dev.connexions.acceptance.Seen;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Small shared readings of a scenario's words. */
final class Words {

    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

    private Words() {}

    static List<String> quoted(String text) {
        return QUOTED.matcher(text).results().map(match -> match.group(1)).toList();
    }

    static String link(Seen.Session session) {
        return spokenOf(session.link());
    }

    static <T> T spokenOf(@Nullable T value) {
        if (value == null) {
            throw new AssertionError("the scenario has not come that far");
        }
        return value;
    }

    static <T> void expect(@Nullable T actual, T expected) {
        if (!expected.equals(actual)) {
            throw new AssertionError("expected " + expected + ", but it is " + actual);
        }
    }
}
