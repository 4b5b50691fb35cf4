package dev.connexions.meta.sandbox;

import static dev.connexions.meta.testing.RunningSandbox.ALL_SCOPES;
import static dev.connexions.meta.testing.RunningSandbox.REDIRECT;
import static dev.connexions.meta.testing.RunningSandbox.authorizePath;
import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.meta.testing.RunningSandbox;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DialogTest {

    private final RunningSandbox meta = RunningSandbox.start();

    @AfterAll
    void stop() {
        meta.close();
    }

    @Test
    void isGoneFromItsOldAddress() {
        var path = authorizePath(ALL_SCOPES, "s").replace("/www.", "/api.");
        for (var reply : List.of(meta.get(path), meta.allow(path, account(), List.of()))) {
            assertThat(reply.status()).isEqualTo(404);
            assertThat(reply.header("Content-Type")).startsWith("text/html");
            assertThat(reply.header("Location")).isEmpty();
        }
    }

    @Test
    void showsAFormWithEveryPermissionTicked() {
        var page = meta.get(authorizePath("instagram_business_basic,instagram_business_manage_insights", "s"));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("content-type")).startsWith("text/html");
        assertThat(page.body())
                .contains("name=\"username\"", "name=\"password\"", "method=\"post\"")
                .contains("name=\"decision\" value=\"allow\"", "name=\"decision\" value=\"deny\"")
                .contains("name=\"permission\" value=\"instagram_business_basic\" checked")
                .contains("name=\"permission\" value=\"instagram_business_manage_insights\" checked")
                .doesNotContain("content_publish");
    }

    @Test
    void comesBackWithCodeStateAndMetasFragment() {
        var back = meta.allow(authorizePath(ALL_SCOPES, "a b&c"), account(), List.of("instagram_business_basic"));
        assertThat(back.status()).isEqualTo(302);
        assertThat(back.header("location")).matches(REDIRECT + "\\?code=[A-Za-z0-9]+&state=a\\+b%26c#_");
    }

    @Test
    void appendsToAQueryThatIsThereAlready() {
        var account = account();
        try (var open = RunningSandbox.start(42, Set.of(), null)) {
            var path = authorizePath(ALL_SCOPES, "s").replace("callback", "callback%3Ftenant%3D1");
            var known = open.sandbox().accounts().getFirst();
            assertThat(open.allow(path, known, List.of()).header("location")).startsWith(REDIRECT + "?tenant=1&code=");
        }
        assertThat(meta.allow(authorizePath(ALL_SCOPES, "s").replace("callback", "callback%2F"), account, List.of())
                        .status())
                .isEqualTo(400);
    }

    @Test
    void takesAFormWithoutBoxesAsItIs() {
        var account = account();
        var back = meta.postForm(
                authorizePath(ALL_SCOPES, "s"),
                Map.of(
                        "username", account.consentUsername(),
                        "password", account.consentPassword(),
                        "decision", "allow"));
        var granted = meta.redeem(RunningSandbox.codeIn(back)).json().path("permissions");
        assertThat(granted).hasSize(4);
    }

    @Test
    void grantsOnlyWhatWasTickedAndAsked() {
        var back = meta.allow(
                authorizePath("instagram_business_basic,instagram_business_manage_comments", "s"),
                account(),
                List.of("instagram_business_basic", "instagram_business_content_publish"));
        var granted = meta.redeem(RunningSandbox.codeIn(back)).json().path("permissions");
        assertThat(granted).extracting(node -> node.asText()).containsExactly("instagram_business_basic");
    }

    @Test
    void grantsNothingWhenNothingWasTicked() {
        var back = meta.allow(authorizePath(ALL_SCOPES, "s"), account(), List.of());
        assertThat(meta.redeem(RunningSandbox.codeIn(back)).json().path("permissions"))
                .isEmpty();
    }

    @Test
    void tellsTheAppWhenThePersonSaysNo() {
        var back = meta.postForm(authorizePath(ALL_SCOPES, "st"), Map.of("decision", "deny"));
        assertThat(back.status()).isEqualTo(302);
        assertThat(back.header("location"))
                .isEqualTo(REDIRECT + "?error=access_denied&error_reason=user_denied"
                        + "&error_description=The+user+denied+your+request&state=st");
    }

    @Test
    void leavesOutAStateThatWasNotSent() {
        var path = authorizePath(ALL_SCOPES, "x").replace("&state=x", "");
        assertThat(meta.postForm(path, Map.of("decision", "deny")).header("location"))
                .doesNotContain("state");
    }

    @ParameterizedTest
    @CsvSource({"wrong, ", ", wrong", "nobody.here, x"})
    void asksAgainWhenThePasswordIsWrong(String username, String password) {
        var account = account();
        var again = meta.postForm(
                authorizePath(ALL_SCOPES, "s"),
                Map.of(
                        "username", username == null ? account.consentUsername() : username,
                        "password", password == null ? account.consentPassword() : password,
                        "decision", "allow"));
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body())
                .contains("Username or password is wrong", "<form")
                .doesNotContain("code=");
    }

    @Test
    void asksAgainWithoutADecision() {
        var again = meta.postForm(authorizePath(ALL_SCOPES, "s"), Map.of("username", "u"));
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).contains("<form", "role=\"alert\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "client_id=1&redirect_uri=" + REDIRECT + "&response_type=code&scope=instagram_business_basic",
                "redirect_uri=" + REDIRECT + "&response_type=code&scope=instagram_business_basic",
                "client_id=4820019283&redirect_uri=https://evil.example/&response_type=code&scope=instagram_business_basic",
                "client_id=4820019283&response_type=code&scope=instagram_business_basic",
                "client_id=4820019283&redirect_uri=" + REDIRECT + "&response_type=token&scope=instagram_business_basic",
                "client_id=4820019283&redirect_uri=" + REDIRECT + "&scope=instagram_business_basic",
                "client_id=4820019283&redirect_uri=" + REDIRECT + "&response_type=code&scope=business_basic",
                "client_id=4820019283&redirect_uri=" + REDIRECT + "&response_type=code&scope="
            })
    void refusesARequestThatTheAppMayNotMake(String query) {
        for (var method : List.of("GET", "POST")) {
            var page = meta.send(
                    method,
                    "/www.instagram.com/oauth/authorize?" + query,
                    "application/x-www-form-urlencoded",
                    method.equals("POST") ? "decision=deny" : "",
                    Map.of());
            assertThat(page.status()).isEqualTo(400);
            assertThat(page.header("location")).isEmpty();
        }
    }

    @Test
    void showsNothingAsMarkup() {
        var page = meta.get(authorizePath("<script>", "s"));
        assertThat(page.body()).doesNotContain("<script");
    }

    @Test
    void turnsACheckpointedAccountAway() {
        var account = account();
        meta.control("POST", "/accounts/" + account.id() + "/checkpoint", "");
        assertThat(meta.allow(authorizePath(ALL_SCOPES, "s"), account, List.of())
                        .body())
                .contains("confirm first that it is you");
    }

    @Test
    void turnsAnAccountAwayThatOnlyFacebookKnows() {
        var account = meta.account("{\"username\":\"fb.only\",\"login\":\"facebook\"}", "fb.only");
        assertThat(meta.allow(authorizePath(ALL_SCOPES, "s"), account, List.of())
                        .body())
                .contains("cannot be connected through Instagram Login");
    }

    private SandboxAccount account() {
        return meta.account("BUSINESS");
    }
}
