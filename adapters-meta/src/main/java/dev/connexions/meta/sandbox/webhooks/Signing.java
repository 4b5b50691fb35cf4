package dev.connexions.meta.sandbox.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** How Meta proves that a message is its own. */
public final class Signing {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private Signing() {}

    /** {@code X-Hub-Signature-256}, over the body to the byte. */
    public static String header(String secret, String body) {
        return "sha256=" + HexFormat.of().formatHex(mac("HmacSHA256", secret, body));
    }

    /** {@code X-Hub-Signature}, which may still come along. */
    public static String legacyHeader(String secret, String body) {
        return "sha1=" + HexFormat.of().formatHex(mac("HmacSHA1", secret, body));
    }

    /** {@code signed_request}: what is signed is the encoded payload, not the JSON. */
    public static String request(String secret, String json) {
        var payload = BASE64.encodeToString(json.getBytes(UTF_8));
        return BASE64.encodeToString(mac("HmacSHA256", secret, payload)) + "." + payload;
    }

    private static byte[] mac(String algorithm, String secret, String message) {
        try {
            var mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), algorithm));
            return mac.doFinal(message.getBytes(UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
