package dev.connexions.domain.shared;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;

/**
 * The secret that speaks for an Instagram account: 1 to 4096 visible ASCII characters. It prints as {@code ***}; who
 * may call {@link #reveal()} is an architecture rule.
 */
public final class AccessToken {

    private static final int MAX_LENGTH = 4096;

    private final String value;

    public AccessToken(String value) {
        if (value.isEmpty() || value.length() > MAX_LENGTH || !isVisible(value)) {
            throw new IllegalArgumentException("an access token is 1 to 4096 visible ASCII characters");
        }
        this.value = value;
    }

    private static boolean isVisible(String value) {
        for (var i = 0; i < value.length(); i++) {
            if (value.charAt(i) <= ' ' || value.charAt(i) >= 0x7f) {
                return false;
            }
        }
        return true;
    }

    public String reveal() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AccessToken that
                && MessageDigest.isEqual(value.getBytes(US_ASCII), that.value.getBytes(US_ASCII));
    }

    @Override
    public int hashCode() {
        return AccessToken.class.hashCode();
    }

    @Override
    public String toString() {
        return "***";
    }
}
