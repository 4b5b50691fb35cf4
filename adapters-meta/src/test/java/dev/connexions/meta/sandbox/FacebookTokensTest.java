package dev.connexions.meta.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connexions.meta.testing.RunningSandbox;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dossier 1.4, steps 3, 4, 8 and 9. */
class FacebookTokensTest {

    private static final String ME = "/graph.facebook.com/v26.0/me";

    private final RunningSandbox meta = RunningSandbox.start();
    private final JsonNode person = meta.person(1);

    @AfterEach
    void stop() {
        meta.close();
    }

    @Test
    void takesACodeOnce() {
        var form = Map.of("redirect_uri", RunningSandbox.REDIRECT, "code", code());
        var reply = meta.facebookToken(form);
        assertThat(reply.json().path("access_token").asText()).startsWith("EAA");
        assertThat(reply.json().path("token_type").asText()).isEqualTo("bearer");
        assertThat(reply.json().path("expires_in").asLong()).isEqualTo(7200);
        assertThat(meta.facebookToken(form).error()).isEqualTo("100/36009");
    }

    @Test
    void takesACodeForItsOwnAddressOnly() {
        var code = code();
        assertThat(meta.facebookToken(Map.of("redirect_uri", RunningSandbox.REDIRECT + "/", "code", code))
                        .error())
                .isEqualTo("100/36008");
        assertThat(meta.facebookToken(Map.of("redirect_uri", RunningSandbox.REDIRECT, "code", code))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void takesNoCodeTooLateNorOneOfTheOtherProduct() {
        var form = Map.of("redirect_uri", RunningSandbox.REDIRECT, "code", code());
        meta.advance(Duration.ofHours(1));
        assertThat(meta.facebookToken(form).error()).isEqualTo("100/36007");
        var other = meta.code(meta.account("BUSINESS"));
        assertThat(meta.facebookToken(Map.of("redirect_uri", RunningSandbox.REDIRECT, "code", other))
                        .error())
                .isEqualTo("100/36009");
        assertThat(meta.redeem(code()).json().path("error_type").asText()).isEqualTo("OAuthException");
    }

    @ParameterizedTest
    @CsvSource({"client_id, 101/0", "client_secret, 1/0", "grant_type, 100/0"})
    void refusesAnotherApp(String name, String error) {
        assertThat(meta.facebookToken(Map.of(name, "nonsense")).error()).isEqualTo(error);
    }

    @Test
    void makesAShortTokenLongAndALongOneYoungAgain() {
        var shortToken = meta.shortUserToken(meta.allow(RunningSandbox.facebookPath("", ""), person, ""));
        var longToken = meta.longUserToken(shortToken);
        meta.advance(Duration.ofDays(59));
        assertThat(meta.get(ME, shortToken).error()).isEqualTo("190/463");
        assertThat(meta.longUserToken(shortToken)).isEmpty();
        var younger = meta.longUserToken(longToken);
        meta.advance(Duration.ofDays(2));
        assertThat(meta.get(ME, longToken).error()).isEqualTo("190/463");
        assertThat(meta.get(ME, younger).json().path("id").asText()).isEqualTo(id());
    }

    @Test
    void endsTheAccessToDataAfterNinetyDays() {
        var token = meta.longUserToken(meta.userToken(person));
        meta.advance(Duration.ofDays(59));
        var younger = meta.longUserToken(token);
        meta.advance(Duration.ofDays(31));
        assertThat(meta.get(ME, younger).error()).isEqualTo("190/0");
        meta.allow(RunningSandbox.facebookPath("", ""), person, "");
        assertThat(meta.get(ME, younger).status()).isEqualTo(200);
    }

    @Test
    void knowsTheAppsOwnToken() {
        var token = meta.facebookToken(Map.of("grant_type", "client_credentials"))
                .json()
                .path("access_token")
                .asText();
        assertThat(token).isEqualTo(RunningSandbox.FACEBOOK_APP + "|" + RunningSandbox.FACEBOOK_SECRET);
        assertThat(meta.get(ME, token).error()).isEqualTo("2500/0");
    }

    @ParameterizedTest
    @CsvSource({"me, 2500/0", "1234, 104/0"})
    void refusesACallWithoutAToken(String path, String error) {
        assertThat(meta.get("/graph.facebook.com/" + path).error()).isEqualTo(error);
    }

    @Test
    void refusesTokensOfTheOtherProduct() {
        assertThat(meta.get(ME, meta.longToken(meta.account("BUSINESS"))).error())
                .isEqualTo("190/0");
        assertThat(meta.me(meta.userToken(person)).error()).isEqualTo("190/0");
    }

    @Test
    void takesOnePermissionBack() {
        var token = meta.userToken(person);
        assertThat(delete("/" + id() + "/permissions/instagram_basic", token)
                        .json()
                        .path("success")
                        .asBoolean())
                .isTrue();
        assertThat(meta.get(ME + "/permissions?permission=instagram_basic", token)
                        .json()
                        .path("data")
                        .path(0)
                        .path("status")
                        .asText())
                .isEqualTo("declined");
        assertThat(delete("/me/permissions?permission=pages_show_list", token).status())
                .isEqualTo(200);
        assertThat(meta.get(ME + "/accounts", token).error()).isEqualTo("10/0");
        assertThat(delete("/me/permissions/shoe_size", token).error()).isEqualTo("100/0");
    }

    @Test
    void takesThemAllBackAndWithThemEveryToken() {
        var token = meta.userToken(person);
        var page = meta.get(ME + "/accounts", token)
                .json()
                .path("data")
                .path(0)
                .path("access_token")
                .asText();
        assertThat(delete("/me/permissions", token).status()).isEqualTo(200);
        assertThat(meta.get(ME, token).error()).isEqualTo("190/458");
        assertThat(meta.get(ME, page).error()).isEqualTo("190/458");
        var fresh = meta.userToken(person);
        assertThat(meta.get(ME, fresh).status()).isEqualTo(200);
        assertThat(meta.get(ME, token).error()).isEqualTo("190/458");
    }

    private RunningSandbox.Reply delete(String path, String token) {
        return meta.send(
                "DELETE", "/graph.facebook.com/v26.0" + path, "", "", Map.of("Authorization", "Bearer " + token));
    }

    private String id() {
        return person.path("id").asText();
    }

    private String code() {
        return RunningSandbox.codeIn(meta.allow(RunningSandbox.facebookPath("", ""), person, ""));
    }
}
