package dev.connexions.meta.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.restfb.Parameter;
import com.restfb.exception.FacebookOAuthException;
import com.restfb.exception.InstagramApiException;
import com.restfb.scope.FacebookPermissions;
import com.restfb.scope.ScopeBuilder;
import com.restfb.types.instagram.IgUser;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.meta.testing.RunningSandbox;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RestFbInstagramLoginTest {

    private static final String APP = RunningSandbox.APP;
    private static final String SECRET = RunningSandbox.SECRET;

    private final TrustedSandbox sandbox = new TrustedSandbox();

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void logsInAndRenewsItsToken() {
        var account = sandbox.account(LoginProduct.INSTAGRAM);
        var anybody = RestFb.instagram(sandbox, "");
        var scope = new ScopeBuilder(true)
                .addPermission(FacebookPermissions.INSTAGRAM_BUSINESS_BASIC)
                .addPermission(FacebookPermissions.INSTAGRAM_BUSINESS_CONTENT_PUBLISH);
        var dialog = anybody.getLoginDialogUrl(APP, RunningSandbox.REDIRECT, scope, "s");
        var redirect = sandbox.meta.allow(sandbox.path(dialog), account, List.of("instagram_business_basic"));
        var first =
                anybody.obtainUserAccessToken(APP, SECRET, RunningSandbox.REDIRECT, RunningSandbox.codeIn(redirect));
        assertThat(first.getUserId()).isEqualTo(account.id());
        assertThat(first.getPermissions()).containsExactly("instagram_business_basic");

        var lasting = RestFb.instagram(sandbox, first.getAccessToken()).obtainExtendedAccessToken(APP, SECRET);
        assertThat(lasting.getTokenType()).isEqualTo("bearer");
        assertThat(lasting.getExpires()).isAfter(Instant.now().plus(Duration.ofDays(59)));
        sandbox.meta.advance(Duration.ofHours(25));
        var renewed = RestFb.instagram(sandbox, lasting.getAccessToken()).obtainRefreshedExtendedAccessToken();
        assertThat(renewed.getAccessToken()).isNotEqualTo(lasting.getAccessToken());

        var user = RestFb.instagram(sandbox, renewed.getAccessToken())
                .fetchObject("me", IgUser.class, Parameter.withFields("user_id,username,account_type,followers_count"));
        assertThat(user.getUserId()).isEqualTo(Long.parseLong(account.id()));
        assertThat(user.getId()).isNotEqualTo(account.id());
        assertThat(user.getAccountType()).isEqualTo("BUSINESS");
        assertThat(user.getFollowersCount()).isEqualTo(4000);
    }

    /** The token endpoint has an envelope of its own, whose code is the status. */
    @Test
    void namesWhatIsWrongWithACode() {
        var anybody = RestFb.instagram(sandbox, "");
        assertThatExceptionOfType(FacebookOAuthException.class)
                .isThrownBy(() -> anybody.obtainUserAccessToken(APP, SECRET, RunningSandbox.REDIRECT, "AQBnever"))
                .satisfies(refused -> {
                    assertThat(refused.getErrorType()).isEqualTo("OAuthException");
                    assertThat(refused.getErrorCode()).isEqualTo(400);
                    assertThat(refused.getErrorMessage()).isNotBlank();
                });
    }

    /** No 190, as for any other call: Meta says that there is no such method. */
    @Test
    void namesATokenThatIsTooOldToBeRenewed() {
        var account = sandbox.account(LoginProduct.INSTAGRAM);
        var client = RestFb.instagram(sandbox, sandbox.token(LoginProduct.INSTAGRAM, account));
        sandbox.meta.advance(Duration.ofDays(61));
        assertThatExceptionOfType(InstagramApiException.class)
                .isThrownBy(client::obtainRefreshedExtendedAccessToken)
                .satisfies(dead -> assertThat(dead.getErrorCode()).isEqualTo(100));
    }
}
