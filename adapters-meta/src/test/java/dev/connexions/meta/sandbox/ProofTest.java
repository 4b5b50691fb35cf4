package dev.connexions.meta.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.meta.testing.RunningSandbox;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Dossier 1.4, step 10. */
class ProofTest {

    private static final String ME = "/graph.facebook.com/v26.0/me";

    private final RunningSandbox meta = RunningSandbox.start();
    private final String token = meta.userToken(meta.person(1));

    @AfterEach
    void stop() {
        meta.close();
    }

    @Test
    void isOptionalButNeverWrong() {
        assertThat(meta.get(ME, token).status()).isEqualTo(200);
        assertThat(meta.get(ME + "?appsecret_proof=" + hmac(token), token).status())
                .isEqualTo(200);
        var reply = meta.get(ME + "?appsecret_proof=" + hmac("another"), token);
        assertThat(reply.error()).isEqualTo("100/0");
        assertThat(reply.json().path("error").path("type").asText()).isEqualTo("GraphMethodException");
        assertThat(reply.body()).contains("Invalid appsecret_proof");
    }

    @Test
    void canBeRequired() {
        meta.control("POST", "/settings", "{\"appsecretProofRequired\":true}");
        var reply = meta.get(ME, token);
        assertThat(reply.error()).isEqualTo("100/0");
        assertThat(reply.body()).contains("require an appsecret_proof argument");
        assertThat(meta.get(ME + "?appsecret_proof=" + hmac(token), token).status())
                .isEqualTo(200);
    }

    @Test
    void canBeTimedForFiveMinutes() {
        var time = meta.sandbox().clock().instant().getEpochSecond();
        var timed = ME + "?appsecret_time=" + time + "&appsecret_proof=" + hmac(token + "|" + time);
        assertThat(meta.get(timed, token).status()).isEqualTo(200);
        assertThat(meta.get(timed.replace("time=" + time, "time=" + (time + 1)), token)
                        .error())
                .isEqualTo("100/0");
        assertThat(meta.get(ME + "?appsecret_time=soon&appsecret_proof=" + hmac(token + "|soon"), token)
                        .error())
                .isEqualTo("100/0");
        meta.advance(Duration.ofMinutes(6));
        assertThat(meta.get(timed, token).error()).isEqualTo("100/0");
    }

    @Test
    void goesAlongToTheNextPage() {
        var long250 = meta.userToken(meta.person(30));
        var reply = meta.get(ME + "/accounts?appsecret_proof=" + hmac(long250), long250)
                .json();
        assertThat(reply.path("paging").path("next").asText()).contains("appsecret_proof=" + hmac(long250));
    }

    private static String hmac(String message) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(RunningSandbox.FACEBOOK_SECRET.getBytes(UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(message.getBytes(UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
