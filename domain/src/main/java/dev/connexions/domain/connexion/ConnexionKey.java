package dev.connexions.domain.connexion;

import dev.connexions.domain.shared.Texts;
import java.security.SecureRandom;

/**
 * A stable handle that the platform uses instead of the id; unique within its organisation, never changed, never a
 * secret. Rows that the platform wrote itself may hold any text; a key chosen through us obeys {@link #chosen}.
 */
public record ConnexionKey(String value) {

    private static final int MAX_LENGTH = 128;
    private static final String PREFIX = "igc_";
    private static final String BASE32 = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int RANDOM_CHARACTERS = 26;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** @throws IllegalArgumentException when the text is not one line of 1 to 128 characters */
    public static ConnexionKey chosen(String raw) {
        return new ConnexionKey(Texts.line("a key", raw, MAX_LENGTH));
    }

    /** Not guessable: 130 random bits. */
    public static ConnexionKey generated() {
        var key = new StringBuilder(PREFIX);
        RANDOM.ints(RANDOM_CHARACTERS, 0, BASE32.length()).forEach(i -> key.append(BASE32.charAt(i)));
        return new ConnexionKey(key.toString());
    }
}
