package dev.connexions.meta.sandbox.token;

import java.security.SecureRandom;

/** Fresh in every sandbox whatever its seed, or a token of one run would open an account of another. */
final class Secrets {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    static String random(String prefix, int length) {
        var text = new StringBuilder(prefix);
        while (text.length() < prefix.length() + length) {
            text.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }
}
