package dev.connexions.web.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.connexions.domain.shared.Caller;
import dev.connexions.domain.shared.Permission;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tokens as a platform issues them, and as nobody should; made by hand, so that they can be wrong. */
public final class Tokens {

    public static final String SECRET = "a-shared-secret-of-the-tests-0123456789";

    private Tokens() {}

    public static String of(Caller.User user, Instant now) {
        return hs256(claims(user, now));
    }

    public static Map<String, Object> claims(Caller.User user, Instant now) {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("sub", user.id().value().toString());
        claims.put("role", "authenticated");
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", now.getEpochSecond() + 3600);
        claims.put(
                "permissions",
                user.permissions().stream().map(Permission::code).sorted().toList());
        return claims;
    }

    public static String hs256(Map<String, Object> claims) {
        return hs256(json(Map.of("alg", "HS256", "typ", "JWT")), json(claims), SECRET);
    }

    /** Signed, whatever header and payload say. */
    public static String hs256(String header, String payload, String secret) {
        var signed = base64(header.getBytes(UTF_8)) + "." + base64(payload.getBytes(UTF_8));
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return signed + "." + base64(mac.doFinal(signed.getBytes(UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public static String json(Object value) {
        try {
            return new JsonMapper().writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
