package dev.connexions.domain.insight;

import java.util.regex.Pattern;

/** A dimension by which Meta splits a metric, by Meta's name. */
public record Breakdown(String name) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,63}");

    public Breakdown {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "a breakdown's name is 1 to 64 lower-case letters, digits and underscores");
        }
    }
}
