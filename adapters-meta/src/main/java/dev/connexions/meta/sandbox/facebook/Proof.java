package dev.connexions.meta.sandbox.facebook;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.connexions.meta.sandbox.app.RegisteredApp;
import dev.connexions.meta.sandbox.graph.GraphError;
import dev.connexions.meta.sandbox.http.Call;
import dev.connexions.meta.sandbox.world.World;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** {@code appsecret_proof}, plain or with a time that is good for five minutes (dossier 1.4, step 10). */
final class Proof {

    private static final Duration LIFETIME = Duration.ofMinutes(5);

    private final RegisteredApp app;

    Proof(RegisteredApp app) {
        this.app = app;
    }

    /** A wrong one is always an error, a missing one only if the app requires it. */
    @Nullable
    GraphError fault(World world, Call call, String token) {
        var given = call.params().one("appsecret_proof").orElse(null);
        if (given == null) {
            return world.setting(FacebookSettings.PROOF_REQUIRED) && !AppTokens.isOne(app, token)
                    ? error("API calls from the server require an appsecret_proof argument")
                    : null;
        }
        var time = call.params().one("appsecret_time").orElse(null);
        var message = time == null ? token : token + "|" + time;
        return matches(given, message) && (time == null || isFresh(time, world.now()))
                ? null
                : error("Invalid appsecret_proof provided in the API argument");
    }

    private boolean matches(String given, String message) {
        return MessageDigest.isEqual(given.getBytes(UTF_8), hmac(message).getBytes(UTF_8));
    }

    private static boolean isFresh(String time, Instant now) {
        if (!time.matches("[0-9]{1,12}")) {
            return false;
        }
        var age = Duration.between(Instant.ofEpochSecond(Long.parseLong(time)), now);
        return age.abs().compareTo(LIFETIME) <= 0;
    }

    private String hmac(String message) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(app.secret().getBytes(UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(message.getBytes(UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static GraphError error(String message) {
        return GraphError.of(100, message).withType("GraphMethodException");
    }
}
