package dev.connexions.meta.shared;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret that Meta shares with our app. While it is rotated it has two lines: the first is used for what we send, the
 * second is the one before. Prints as {@code ***}.
 */
public final class AppSecret {

    private static final int MAX_LENGTH = 512;
    private static final String HMAC = "HmacSHA256";

    private final List<String> lines;

    private AppSecret(List<String> lines) {
        this.lines = List.copyOf(lines);
    }

    /** @throws IllegalArgumentException unless it is one line or two, each of 1 to 512 visible ASCII characters */
    public static AppSecret parse(String text) {
        var lines =
                text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        if (lines.isEmpty() || lines.size() > 2 || !lines.stream().allMatch(AppSecret::isSane)) {
            throw new IllegalArgumentException(
                    "an app secret is one line, or two while it is rotated, of 1 to 512 visible ASCII characters");
        }
        return new AppSecret(lines);
    }

    public String reveal() {
        return lines.getFirst();
    }

    /** What Meta calls {@code appsecret_proof}: that whoever holds this token also holds the app's secret. */
    String proof(String token) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(reveal().getBytes(UTF_8), HMAC));
            return HexFormat.of().formatHex(mac.doFinal(token.getBytes(UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static boolean isSane(String line) {
        return line.length() <= MAX_LENGTH && line.chars().allMatch(c -> c > ' ' && c < 0x7f);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AppSecret that && lines.equals(that.lines);
    }

    @Override
    public int hashCode() {
        return AppSecret.class.hashCode();
    }

    @Override
    public String toString() {
        return "***";
    }
}
