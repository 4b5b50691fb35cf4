package dev.connexions.meta.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.restfb.Connection;
import com.restfb.Parameter;
import com.restfb.exception.FacebookOAuthException;
import com.restfb.scope.FacebookPermissions;
import com.restfb.scope.ScopeBuilder;
import com.restfb.types.Account;
import com.restfb.types.DebugTokenInfo;
import com.restfb.types.GranularScope;
import com.restfb.types.NamedFacebookType;
import com.restfb.types.User;
import com.restfb.types.UserPermission;
import com.restfb.types.ads.Business;
import dev.connexions.meta.testing.RunningSandbox;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RestFbFacebookLoginTest {

    private static final String APP = RunningSandbox.FACEBOOK_APP;
    private static final String SECRET = RunningSandbox.FACEBOOK_SECRET;

    private final TrustedSandbox sandbox = new TrustedSandbox();

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void logsInAndLearnsWhatItsTokensAre() {
        var person = sandbox.meta.person(1);
        var anybody = RestFb.facebook(sandbox, "");
        var scope = new ScopeBuilder(true)
                .addPermission(FacebookPermissions.PAGES_SHOW_LIST)
                .addPermission(FacebookPermissions.INSTAGRAM_BASIC);
        var dialog = anybody.getLoginDialogUrl(APP, RunningSandbox.REDIRECT, scope, "s");
        var redirect = sandbox.meta.allow(sandbox.path(dialog), person, "&permission=pages_show_list");
        var first =
                anybody.obtainUserAccessToken(APP, SECRET, RunningSandbox.REDIRECT, RunningSandbox.codeIn(redirect));
        assertThat(first.getTokenType()).isEqualTo("bearer");
        assertThat(first.getExpires().toInstant()).isBefore(Instant.now().plus(Duration.ofHours(3)));
        var lasting = RestFb.facebook(sandbox, first.getAccessToken()).obtainExtendedAccessToken(APP, SECRET);
        assertThat(lasting.getExpires().toInstant()).isAfter(Instant.now().plus(Duration.ofDays(59)));

        var info = debug(lasting.getAccessToken());
        assertThat(info.isValid()).isTrue();
        assertThat(info.getType()).isEqualTo("USER");
        assertThat(info.getAppId()).isEqualTo(APP);
        assertThat(info.getUserId()).isEqualTo(person.path("id").asText());
        assertThat(info.getScopes()).containsExactly("public_profile", "pages_show_list");
        assertThat(info.getGranularScopes()).extracting(GranularScope::getScope).containsExactly("pages_show_list");
        assertThat(info.getExpiresAt())
                .isCloseTo(lasting.getExpires(), Duration.ofMinutes(5).toMillis());
        assertThat(info.getDataAccessExpiresAt()).isAfter(info.getIssuedAt());
        assertThat(RestFb.facebook(sandbox, lasting.getAccessToken())
                        .fetchConnection("me/permissions", UserPermission.class)
                        .getData())
                .extracting(UserPermission::getPermission, UserPermission::getStatus)
                .contains(tuple("pages_show_list", "granted"), tuple("instagram_basic", "declined"));
    }

    @Test
    void logsInByAConfiguration() {
        var anybody = RestFb.facebook(sandbox, "");
        var dialog = anybody.getBusinessLoginDialogUrl(APP, RunningSandbox.REDIRECT, RunningSandbox.CONFIGURATION, "s");
        var redirect = sandbox.meta.allow(sandbox.path(dialog), sandbox.meta.person(1), "");
        var token =
                anybody.obtainUserAccessToken(APP, SECRET, RunningSandbox.REDIRECT, RunningSandbox.codeIn(redirect));
        assertThat(debug(token.getAccessToken()).getScopes()).contains(RunningSandbox.FACEBOOK_SCOPES.split(",", -1));
    }

    @Test
    void learnsWhyATokenIsDead() {
        var person = sandbox.meta.person(1);
        var token = sandbox.meta.userToken(person);
        sandbox.control("/people/" + person.path("id").asText() + "/password-change", "{}");
        var info = debug(token);
        assertThat(info.isValid()).isFalse();
        assertThat(info.getDebugTokenError().getCode()).isEqualTo(190);
        assertThat(info.getDebugTokenError().getSubcode()).isEqualTo(460);
        assertThat(info.getScopes()).isEmpty();
    }

    @Test
    void takesAnEmptyAnswerAboutATokenForNone() {
        sandbox.control("/settings", "{\"debugTokenEmpty\":true}");
        assertThat(RestFb.facebook(sandbox, APP + "|" + SECRET).debugToken("EAAx"))
                .isNull();
    }

    @Test
    void findsEveryPageAndItsAccount() {
        var token = sandbox.meta.userToken(sandbox.meta.person(25));
        Connection<Account> pages = RestFb.facebook(sandbox, token)
                .fetchConnection(
                        "me/accounts",
                        Account.class,
                        Parameter.withFields(
                                "id,name,access_token,tasks,instagram_business_account{id,username,followers_count}"),
                        Parameter.withLimit(10));
        var sizes = new ArrayList<Integer>();
        for (List<Account> some : pages) {
            sizes.add(some.size());
            assertThat(some).allSatisfy(page -> {
                assertThat(page.getAccessToken()).startsWith("EAA");
                assertThat(page.getTasks()).contains("MANAGE");
                assertThat(page.getInstagramBusinessAccount().getId()).startsWith("1784");
                assertThat(page.getInstagramBusinessAccount().getUsername()).isNotBlank();
            });
        }
        assertThat(sizes).containsExactly(10, 10, 5);
    }

    @Test
    void findsThePagesOfAPortfolio() {
        var person = sandbox.meta.person(0);
        sandbox.portfolio(person.path("id").asText(), "Bakers", "Bread");
        var client = RestFb.facebook(sandbox, sandbox.meta.userToken(person, TrustedSandbox.SCOPES, ""));
        var portfolios = client.fetchConnection("me/businesses", Business.class).getData();
        assertThat(portfolios).extracting(Business::getName).containsExactly("Bakers");
        assertThat(client.fetchConnection(portfolios.getFirst().getId() + "/owned_pages", Account.class)
                        .getData())
                .extracting(Account::getName)
                .containsExactly("Bread");
    }

    @Test
    void learnsWhatAPageCanBeAsked() {
        var person = sandbox.meta.person(1);
        var page = RestFb.facebook(sandbox, sandbox.meta.userToken(person))
                .fetchObject(person.path("pages").path(0).asText(), Account.class, Parameter.withMetadata());
        assertThat(page.getMetadata().getType()).isEqualTo("page");
        assertThat(page.getMetadata().getFields())
                .extracting(NamedFacebookType::getName)
                .contains("category", "access_token");
    }

    @Test
    void takesThePermissionsBack() {
        var person = sandbox.meta.person(1);
        var client = RestFb.facebook(sandbox, sandbox.meta.userToken(person));
        assertThat(client.deleteObject("me/permissions")).isTrue();
        assertThatExceptionOfType(FacebookOAuthException.class)
                .isThrownBy(() -> client.fetchObject("me", User.class))
                .satisfies(dead -> assertThat(dead.getErrorSubcode()).isEqualTo(458));
    }

    private DebugTokenInfo debug(String token) {
        return RestFb.facebook(sandbox, APP + "|" + SECRET).debugToken(token);
    }
}
