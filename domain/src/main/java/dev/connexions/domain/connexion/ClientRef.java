package dev.connexions.domain.connexion;

import dev.connexions.domain.shared.Texts;
import java.util.UUID;

/** Whom a connexion serves, in the platform's own vocabulary. */
public record ClientRef(String type, UUID id) {

    public static final String DEFAULT_TYPE = "reseau";

    private static final int MAX_LENGTH = 64;

    /** @throws IllegalArgumentException when the text is not one line of 1 to 64 characters */
    public static String chosenType(String raw) {
        return Texts.line("a client type", raw, MAX_LENGTH);
    }
}
