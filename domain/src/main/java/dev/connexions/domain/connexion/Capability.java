package dev.connexions.domain.connexion;

import java.util.Locale;

/** What a connexion can be used for. */
public enum Capability {
    PUBLISH,
    INSIGHTS,
    COMMENTS;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it can be used now, and if not, why not. */
    public sealed interface Availability {
        record Available() implements Availability {}

        record Unavailable(String reason) implements Availability {}
    }
}
