package dev.connexions.meta.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connexions.meta.testing.RunningSandbox;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Dossier 1.4, step 7. */
class DebugTokenTest {

    private static final String APP_TOKEN = RunningSandbox.FACEBOOK_APP + "|" + RunningSandbox.FACEBOOK_SECRET;

    private final RunningSandbox meta = RunningSandbox.start();
    private final JsonNode person = meta.person(2);

    @AfterEach
    void stop() {
        meta.close();
    }

    @Test
    void describesAUsersToken() {
        var token = meta.userToken(person);
        var data = debug(token);
        assertThat(data.path("type").asText()).isEqualTo("USER");
        assertThat(data.path("app_id").asText()).isEqualTo(RunningSandbox.FACEBOOK_APP);
        assertThat(data.path("user_id")).isEqualTo(person.path("id"));
        assertThat(data.path("is_valid").asBoolean()).isTrue();
        assertThat(data.path("expires_at").asLong() - data.path("issued_at").asLong())
                .isEqualTo(Duration.ofDays(60).toSeconds());
        assertThat(data.path("data_access_expires_at").asLong())
                .isGreaterThan(data.path("expires_at").asLong());
        assertThat(data.path("scopes").valueStream().map(JsonNode::asText))
                .containsExactly(
                        "public_profile",
                        "pages_show_list",
                        "pages_read_engagement",
                        "instagram_basic",
                        "instagram_content_publish");
        assertThat(data.path("granular_scopes").path(0).toString()).isEqualTo("{\"scope\":\"pages_show_list\"}");
    }

    @Test
    void namesTheTargetsOfAnAnswerPageByPage() {
        var page = person.path("pages").path(1).asText();
        var data = debug(meta.userToken(person, RunningSandbox.FACEBOOK_SCOPES, "&page=" + page));
        assertThat(target(data, "pages_show_list")).isEqualTo("[\"" + page + "\"]");
        assertThat(target(data, "instagram_basic"))
                .isEqualTo("[\"" + person.path("accounts").path(1).asText() + "\"]");
    }

    @Test
    void describesAPagesToken() {
        var data = debug(pageToken(meta.userToken(person)));
        assertThat(data.path("type").asText()).isEqualTo("PAGE");
        assertThat(data.path("expires_at").asLong(-1)).isZero();
        assertThat(data.path("profile_id")).isEqualTo(person.path("pages").path(0));
        assertThat(data.path("user_id")).isEqualTo(person.path("id"));
    }

    @Test
    void describesTheAppsToken() {
        assertThat(debug(APP_TOKEN).path("type").asText()).isEqualTo("APP");
    }

    @Test
    void tellsWhatBecameOfADeadOne() {
        var token = meta.userToken(person);
        meta.control("POST", "/people/" + person.path("id").asText() + "/password-change", "");
        var data = debug(token);
        assertThat(data.path("is_valid").asBoolean(true)).isFalse();
        assertThat(data.path("error").path("code").asInt()).isEqualTo(190);
        assertThat(data.path("error").path("subcode").asInt()).isEqualTo(460);
        assertThat(data.path("user_id")).isEqualTo(person.path("id"));
    }

    @Test
    void describesWhatIsNoTokenAtAll() {
        var data = debug("nonsense");
        assertThat(data.path("is_valid").asBoolean(true)).isFalse();
        assertThat(data.path("error").path("code").asInt()).isEqualTo(190);
    }

    @Test
    void takesTheTokenItselfForTheQuestioner() {
        var token = meta.userToken(person);
        assertThat(meta.get("/graph.facebook.com/debug_token?input_token=" + token, token)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void needsAQuestionerAndAQuestion() {
        assertThat(meta.get("/graph.facebook.com/debug_token?input_token=x").error())
                .isEqualTo("104/0");
        assertThat(meta.get("/graph.facebook.com/debug_token", APP_TOKEN).error())
                .isEqualTo("100/0");
    }

    @Test
    void hasItsOtherShapes() {
        var token = meta.userToken(person);
        meta.control("POST", "/settings", "{\"debugTokenNumbers\":true}");
        assertThat(debug(token).path("user_id").isIntegralNumber()).isTrue();
        meta.control("POST", "/settings", "{\"debugTokenEmpty\":true}");
        assertThat(debug(token).toString()).isEqualTo("[]");
    }

    private String pageToken(String token) {
        return meta.get("/graph.facebook.com/v26.0/me/accounts", token)
                .json()
                .path("data")
                .path(0)
                .path("access_token")
                .asText();
    }

    private JsonNode debug(String token) {
        return meta.get(
                        "/graph.facebook.com/v26.0/debug_token?input_token="
                                + URLEncoder.encode(token, StandardCharsets.UTF_8),
                        APP_TOKEN)
                .json()
                .path("data");
    }

    private static String target(JsonNode data, String scope) {
        return data.path("granular_scopes")
                .valueStream()
                .filter(granular -> granular.path("scope").asText().equals(scope))
                .findFirst()
                .orElseThrow()
                .path("target_ids")
                .toString();
    }
}
