package dev.connexions.domain.shared;

import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * A SHA-256 digest, as 64 lowercase hexadecimal digits. Comparing two needs no constant time: who can choose neither
 * input's digest learns nothing from how far they agree.
 */
public record Digest(String hex) {

    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    public Digest {
        if (!SHA_256.matcher(hex).matches()) {
            throw new IllegalArgumentException("a SHA-256 digest has 64 lowercase hexadecimal digits");
        }
    }

    public static Digest of(byte[] bytes) {
        return new Digest(HexFormat.of().formatHex(bytes));
    }

    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }
}
