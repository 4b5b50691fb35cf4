package dev.connexions.meta.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connexions.meta.testing.RunningSandbox;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dossier 1.4, steps 1 and 2. */
class FacebookDialogTest {

    private static final String SCOPES = RunningSandbox.FACEBOOK_SCOPES;

    private final RunningSandbox meta = RunningSandbox.start();
    private final JsonNode person = meta.person(3);

    @AfterEach
    void stop() {
        meta.close();
    }

    @Test
    void leadsABrowserThroughTwoPages() {
        var path = RunningSandbox.facebookPath(SCOPES, "");
        assertThat(meta.get(path).body()).contains("name=\"username\"", "value=\"continue\"");
        var choice = meta.postForm(
                path, Map.of("username", person.path("username").asText(), "password", "pw", "decision", "continue"));
        assertThat(choice.status()).isEqualTo(200);
        assertThat(choice.body())
                .contains(
                        "name=\"page\" value=\"" + person.path("pages").path(0).asText() + "\"")
                .contains("name=\"permission\" value=\"instagram_basic\"");
    }

    @Test
    void comesBackWithACodeTheStateAndAFragment() {
        var reply = meta.allow(RunningSandbox.facebookPath(SCOPES, ""), person, "");
        assertThat(reply.status()).isEqualTo(302);
        assertThat(reply.header("Location"))
                .startsWith(RunningSandbox.REDIRECT + "?code=AQB")
                .endsWith("&state=s#_=_");
    }

    @Test
    void comesBackWithADenial() {
        var reply = meta.postForm(RunningSandbox.facebookPath(SCOPES, ""), Map.of("decision", "deny"));
        assertThat(reply.header("Location"))
                .isEqualTo(RunningSandbox.REDIRECT + "?error=access_denied&error_code=200"
                        + "&error_description=Permissions+error&error_reason=user_denied&state=s#_=_");
    }

    @Test
    void opensForTheNameOfAnAccountToo() {
        var account = meta.account("{\"username\":\"both.ways\",\"login\":\"both\"}", "both.ways");
        var form = Map.of(
                "username", account.consentUsername(), "password", account.consentPassword(), "decision", "allow");
        assertThat(meta.postForm(RunningSandbox.facebookPath(SCOPES, ""), form).header("Location"))
                .contains("code=");
    }

    @Test
    void givesEachFacebookAccountAPairThatOpens() {
        for (var account : meta.sandbox().accounts()) {
            if (!account.login().equals("instagram")) {
                var form = Map.of(
                        "username",
                        account.consentUsername(),
                        "password",
                        account.consentPassword(),
                        "decision",
                        "allow");
                assertThat(meta.postForm(RunningSandbox.facebookPath(SCOPES, ""), form)
                                .status())
                        .isEqualTo(302);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"nobody, pw", "'', ''"})
    void letsNobodyElseIn(String username, String password) {
        var form = Map.of("username", username, "password", password, "decision", "allow");
        var reply = meta.postForm(RunningSandbox.facebookPath(SCOPES, ""), form);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).contains("role=\"alert\"");
    }

    @Test
    void asksAPersonBehindACheckpointToConfirm() {
        meta.control("POST", "/people/" + person.path("id").asText() + "/checkpoint", "");
        assertThat(meta.allow(RunningSandbox.facebookPath(SCOPES, ""), person, "")
                        .body())
                .contains("confirm first");
    }

    @Test
    void remembersWhatWasDeclinedUntilAskedAgain() {
        var path = RunningSandbox.facebookPath("instagram_basic,pages_show_list", "");
        var token = meta.userToken(person, "instagram_basic,pages_show_list", "&permission=pages_show_list");
        assertThat(permissions(token))
                .containsExactly("public_profile granted", "instagram_basic declined", "pages_show_list granted");
        meta.allow(path, person, "");
        assertThat(permissions(token)).contains("instagram_basic declined");
        meta.allow(path + "&auth_type=rerequest", person, "");
        assertThat(permissions(token)).contains("instagram_basic granted");
    }

    @Test
    void tellsWhatWasGrantedOnDemand() {
        var reply = meta.allow(
                RunningSandbox.facebookPath("instagram_basic", "&return_scopes=true"), person, "&permission=");
        assertThat(reply.header("Location")).contains("granted_scopes=public_profile", "denied_scopes=instagram_basic");
    }

    @Test
    void grantsAConfigurationWhole() {
        var path = RunningSandbox.facebookPath("", "&config_id=" + RunningSandbox.CONFIGURATION);
        var token = meta.shortUserToken(meta.allow(path, person, "&permission="));
        assertThat(permissions(token)).hasSize(5).allMatch(permission -> permission.endsWith("granted"));
    }

    @Test
    void bringsATokenOfASystemUserThatDoesNotEnd() {
        var path = RunningSandbox.facebookPath(
                "",
                "&config_id=" + RunningSandbox.SYSTEM_USER + "&response_type=code&override_default_response_type=true");
        var code = RunningSandbox.codeIn(meta.allow(path, person, ""));
        var reply = meta.facebookToken(Map.of("redirect_uri", RunningSandbox.REDIRECT, "code", code));
        assertThat(reply.json().has("expires_in")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "client_id=1",
                "redirect_uri=https://evil.example/",
                "response_type=nonsense",
                "scope=instagram_basic,shoe_size",
                "config_id=unknown",
                "config_id=71001&scope=instagram_basic",
                "config_id=71002"
            })
    void refusesARequestThatMakesNoSense(String wrong) {
        var scope = wrong.contains("config_id") ? "" : "instagram_basic";
        var reply = meta.get(RunningSandbox.facebookPath(scope, "&" + wrong));
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body()).contains("Invalid request");
    }

    @Test
    void knowsNoOtherPageAndNoOtherMethod() {
        assertThat(meta.get("/www.facebook.com/v26.0/elsewhere").status()).isEqualTo(404);
        assertThat(meta.send("DELETE", RunningSandbox.facebookPath(SCOPES, ""), "", "", Map.of())
                        .status())
                .isEqualTo(405);
    }

    private List<String> permissions(String token) {
        return meta.get("/graph.facebook.com/v26.0/me/permissions", token)
                .json()
                .path("data")
                .valueStream()
                .map(permission -> permission.path("permission").asText() + " "
                        + permission.path("status").asText())
                .toList();
    }
}
