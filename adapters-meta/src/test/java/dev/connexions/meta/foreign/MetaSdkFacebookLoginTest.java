package dev.connexions.meta.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.facebook.ads.sdk.APIContext;
import com.facebook.ads.sdk.APIException;
import com.facebook.ads.sdk.APINode;
import com.facebook.ads.sdk.APIRequest;
import com.facebook.ads.sdk.Business;
import com.facebook.ads.sdk.Page;
import com.facebook.ads.sdk.Permission;
import com.facebook.ads.sdk.User;
import com.google.gson.JsonObject;
import dev.connexions.meta.testing.RunningSandbox;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The SDK begins with a token and has no calls of its own to get one; its requests can name any path. */
class MetaSdkFacebookLoginTest {

    private static final String APP = RunningSandbox.FACEBOOK_APP;
    private static final String SECRET = RunningSandbox.FACEBOOK_SECRET;

    private final TrustedSandbox sandbox = new TrustedSandbox();

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void logsInAndLearnsWhatItsTokenIs() throws APIException {
        var person = sandbox.meta.person(1);
        var redirect = sandbox.meta.allow(RunningSandbox.facebookPath(RunningSandbox.FACEBOOK_SCOPES, ""), person, "");
        var anybody = MetaSdk.facebook(sandbox, APP + "|" + SECRET);
        var first = ask(
                anybody,
                "oauth",
                "/access_token",
                Map.of(
                        "client_id",
                        APP,
                        "client_secret",
                        SECRET,
                        "redirect_uri",
                        RunningSandbox.REDIRECT,
                        "code",
                        RunningSandbox.codeIn(redirect)));
        var lasting = ask(
                anybody,
                "oauth",
                "/access_token",
                Map.of(
                        "client_id",
                        APP,
                        "client_secret",
                        SECRET,
                        "grant_type",
                        "fb_exchange_token",
                        "fb_exchange_token",
                        first.get("access_token").getAsString()));
        assertThat(lasting.get("expires_in").getAsLong())
                .isEqualTo(Duration.ofDays(60).toSeconds());
        var token = lasting.get("access_token").getAsString();
        var info = ask(anybody, "debug_token", "", Map.of("input_token", token)).getAsJsonObject("data");
        assertThat(info.get("is_valid").getAsBoolean()).isTrue();
        assertThat(info.get("user_id").getAsString())
                .isEqualTo(person.path("id").asText());

        assertThat(MetaSdk.facebook(sandbox, token).getAppID()).isEqualTo(APP);
        assertThat(new User("me", MetaSdk.facebook(sandbox, token))
                        .getPermissions()
                        .execute())
                .extracting(Permission::getFieldPermission)
                .contains(RunningSandbox.FACEBOOK_SCOPES.split(",", -1));
    }

    @Test
    void findsEveryPageAndItsAccount() throws APIException {
        var token = sandbox.meta.userToken(sandbox.meta.person(25));
        var pages = new User("me", MetaSdk.facebook(sandbox, token))
                .getAccounts()
                .requestField("id")
                .requestField("access_token")
                .requestField("instagram_business_account{id,username}")
                .setParam("limit", 10)
                .execute();
        assertThat(pages).hasSize(10);
        var all = new ArrayList<Page>();
        pages.withAutoPaginationIterator(true).forEach(all::add);
        assertThat(all).hasSize(25).allSatisfy(page -> {
            assertThat(page.getFieldAccessToken()).startsWith("EAA");
            assertThat(page.getFieldInstagramBusinessAccount().getFieldId()).startsWith("1784");
            assertThat(page.getFieldInstagramBusinessAccount().getFieldUsername())
                    .isNotBlank();
        });
        assertThat(all).extracting(Page::getFieldId).doesNotHaveDuplicates();
    }

    @Test
    void findsThePagesOfAPortfolio() throws APIException {
        var person = sandbox.meta.person(0);
        sandbox.portfolio(person.path("id").asText(), "Bakers", "Bread");
        var context = MetaSdk.facebook(sandbox, sandbox.meta.userToken(person, TrustedSandbox.SCOPES, ""));
        var portfolios = new User("me", context).getBusinesses().execute();
        assertThat(portfolios).extracting(Business::getFieldName).containsExactly("Bakers");
        assertThat(portfolios.getFirst().getOwnedPages().requestField("name").execute())
                .extracting(Page::getFieldName)
                .containsExactly("Bread");
    }

    @Test
    void namesADeadToken() {
        var person = sandbox.meta.person(1);
        var context = MetaSdk.facebook(sandbox, sandbox.meta.userToken(person));
        sandbox.control("/people/" + person.path("id").asText() + "/checkpoint", "{}");
        assertThatExceptionOfType(APIException.FailedRequestException.class)
                .isThrownBy(() -> new User("me", context).getAccounts().execute())
                .satisfies(dead -> {
                    assertThat(MetaSdk.error(dead).get("type").getAsString()).isEqualTo("OAuthException");
                    assertThat(MetaSdk.error(dead).get("code").getAsInt()).isEqualTo(190);
                    assertThat(MetaSdk.error(dead).get("error_subcode").getAsInt())
                            .isEqualTo(459);
                    assertThat(dead.getHeader()).contains("invalid_token");
                });
    }

    @Test
    void namesAProofOfAnotherSecret() {
        var token = sandbox.meta.userToken(sandbox.meta.person(1));
        var base = sandbox.at("graph.facebook.com");
        var context = new APIContext(base, base, TrustedSandbox.VERSION, token, "another secret", null, false);
        assertThatExceptionOfType(APIException.FailedRequestException.class)
                .isThrownBy(() -> new User("me", context).getAccounts().execute())
                .satisfies(wrong ->
                        assertThat(MetaSdk.error(wrong).get("code").getAsInt()).isEqualTo(100));
    }

    private static JsonObject ask(APIContext context, String node, String edge, Map<String, Object> params)
            throws APIException {
        var request = new APIRequest<APINode>(context, node, edge, "GET", List.of());
        return request.execute(params).getRawResponseAsJsonObject();
    }
}
