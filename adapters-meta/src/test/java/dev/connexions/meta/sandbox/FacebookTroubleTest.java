package dev.connexions.meta.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connexions.meta.testing.RunningSandbox;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Page tokens have no end of their own, and die with their user's session (dossier 1.4, 7.2). */
class FacebookTroubleTest {

    private static final String ME = "/graph.facebook.com/v26.0/me";

    private final RunningSandbox meta = RunningSandbox.start();
    private final JsonNode person = meta.person(1);
    private final String user = meta.userToken(person);
    private final String page = pageToken(user);

    @AfterEach
    void stop() {
        meta.close();
    }

    @ParameterizedTest
    @CsvSource({
        "revoke, 190/458, revoked",
        "checkpoint, 190/459, checkpointed",
        "password-change, 190/460, password_changed",
        "unconfirm, 190/464, unconfirmed",
        "log-out, 190/467, logged_out"
    })
    void stopsAllTokensOfAPersonUntilRestored(String action, String error, String condition) {
        var reply = meta.control("POST", "/people/" + id() + "/" + action, "");
        assertThat(reply.json().path("condition").asText()).isEqualTo(condition);
        assertThat(meta.get(ME, user).error()).isEqualTo(error);
        assertThat(meta.get(ME, page).error()).isEqualTo(error);
        meta.control("POST", "/people/" + id() + "/restore", "");
        assertThat(meta.get(ME, page).status()).isEqualTo(200);
    }

    @Test
    void stopsWhatHangsOnAnAccountsOwner() {
        meta.control("POST", "/accounts/" + person.path("accounts").path(0).asText() + "/revoke", "");
        assertThat(meta.get(ME, user).error()).isEqualTo("190/458");
        assertThat(meta.get(ME, page).error()).isEqualTo("190/458");
        var fresh = pageToken(meta.userToken(person));
        assertThat(meta.get(ME, fresh).status()).isEqualTo(200);
        assertThat(meta.get(ME, page).error()).isEqualTo("190/458");
    }

    @Test
    void outlivesTheTokenItCameFrom() {
        meta.advance(Duration.ofDays(61));
        assertThat(meta.get(ME, user).error()).isEqualTo("190/463");
        assertThat(meta.get(ME, page).status()).isEqualTo(200);
    }

    @Test
    void endsWithAShortLivedOne() {
        var brief = meta.shortUserToken(
                meta.allow(RunningSandbox.facebookPath(RunningSandbox.FACEBOOK_SCOPES, ""), person, ""));
        var itsPage = pageToken(brief);
        meta.advance(Duration.ofHours(2));
        assertThat(meta.get(ME, itsPage).error()).isEqualTo("190/463");
    }

    @Test
    void diesWithTheRole() {
        var path = "/pages/" + person.path("pages").path(0).asText() + "/roles";
        meta.control("POST", path, "{\"person\":\"" + id() + "\",\"tasks\":[]}");
        assertThat(meta.get(ME, page).error()).isEqualTo("190/492");
        assertThat(meta.get(ME, user).status()).isEqualTo(200);
        meta.control("POST", path, "{\"person\":\"" + id() + "\",\"tasks\":[\"ANALYZE\"]}");
        assertThat(meta.get(ME + "?fields=tasks", page).json().path("tasks").toString())
                .isEqualTo("[\"ANALYZE\"]");
    }

    @Test
    void isNoTokenWithOneCharacterChanged() {
        assertThat(meta.get(ME, page.substring(0, page.length() - 1) + "!").error())
                .isEqualTo("190/0");
        assertThat(meta.get(ME, "EAA" + "a".repeat(134)).error()).isEqualTo("190/0");
    }

    private String pageToken(String token) {
        return meta.get(ME + "/accounts", token)
                .json()
                .path("data")
                .path(0)
                .path("access_token")
                .asText();
    }

    private String id() {
        return person.path("id").asText();
    }
}
