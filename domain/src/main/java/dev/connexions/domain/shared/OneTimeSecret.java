package dev.connexions.domain.shared;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** A secret that is handed out once and kept only as its digest: 256 random bits, base64url. Prints as {@code ***}. */
public final class OneTimeSecret {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private final String value;

    /** What somebody presents; any text, since a wrong one simply has a digest that nobody stored. */
    public OneTimeSecret(String value) {
        this.value = value;
    }

    public static OneTimeSecret random() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new OneTimeSecret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    public String reveal() {
        return value;
    }

    public Digest digest() {
        try {
            return Digest.of(MessageDigest.getInstance("SHA-256").digest(value.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return "***";
    }
}
