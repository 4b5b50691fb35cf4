package dev.connexions.meta.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.application.authorization.InstagramLogin.Revoking;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.meta.testing.CapturedLogs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Having Meta forget a consent, and what Meta may answer to that. */
class FacebookRevokingTest {

    private static final String PERSON = "998877665544";
    private static final String PERMISSIONS = "/v26.0/" + PERSON + "/permissions";

    private final RawFacebook meta = new RawFacebook();

    @AfterEach
    void stop() {
        meta.close();
    }

    @Test
    void asksAsTheAppWithoutASecretInTheAddress() {
        meta.server.on(PERMISSIONS, 200, "{\"success\":true}");
        try (var logs = new CapturedLogs()) {
            assertThat(revoke()).isEqualTo(new Revoking.Revoked());
            assertThat(logs.text()).contains("/permissions answered").doesNotContain("canary");
        }
        var head = meta.server.heads().getLast();
        assertThat(head)
                .startsWith("DELETE " + PERMISSIONS + "?appsecret_proof=")
                .contains("Bearer 4820019283|canary-secret");
        assertThat(head.split("\r\n", 2)[0]).doesNotContain("canary");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        200 | {"success":false}
        200 | {}
        200 | []
        200 | <html>
        200 | {"error":{"code":1,"message":"x"}}
        400 | {"error":{"code":100,"error_subcode":33,"message":"x"}}
        400 | {"error":{"code":190,"error_subcode":458,"message":"x"}}
        400 | {"error":{"code":4,"message":"x"}}
        403 | {"error":{"code":10,"message":"x"}}
        500 | {"error":{"code":2,"message":"x"}}
        502 | <html>
        """)
    void takesNothingElseForDone(int status, String body) {
        meta.server.on(PERMISSIONS, status, body);
        assertThat(revoke()).isInstanceOf(Revoking.Unavailable.class);
    }

    private Revoking revoke() {
        return meta.login().revoke(LoginProduct.FACEBOOK, PERSON);
    }
}
