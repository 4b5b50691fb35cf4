package dev.connexions.domain.insight;

import java.util.regex.Pattern;

/** A metric by Meta's name. Which ones there are changes with Meta's versions, so they are data and not listed here. */
public record Metric(String name) implements Comparable<Metric> {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,63}");

    public Metric {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a metric's name is 1 to 64 lower-case letters, digits and underscores");
        }
    }

    @Override
    public int compareTo(Metric other) {
        return name.compareTo(other.name);
    }
}
