package dev.connexions.meta.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.facebook.ads.sdk.APIContext;
import com.facebook.ads.sdk.APIException;
import com.facebook.ads.sdk.Comment;
import com.facebook.ads.sdk.IGAccessTokenForIGOnlyAPI;
import com.facebook.ads.sdk.IGMediaForIGOnlyAPI;
import com.facebook.ads.sdk.IGRefreshAccessTokenForIGOnlyAPI;
import com.facebook.ads.sdk.IGUserForIGOnlyAPI;
import com.facebook.ads.sdk.InsightsResult;
import com.facebook.ads.sdk.ShadowIGMediaBuilder;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.meta.sandbox.SandboxAccount;
import dev.connexions.meta.testing.RunningSandbox;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Instagram Login, for which the SDK has types of their own and its calls the same names. */
class MetaSdkInstagramTest {

    private final TrustedSandbox sandbox = new TrustedSandbox();
    private final SandboxAccount account = sandbox.account(LoginProduct.INSTAGRAM);
    private final APIContext context = MetaSdk.instagram(sandbox, sandbox.token(LoginProduct.INSTAGRAM, account));
    private final IGUserForIGOnlyAPI user = new IGUserForIGOnlyAPI(account.id(), context);

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void changesAShortLivedTokenForALastingOneAndRenewsThat() throws APIException {
        var brief = sandbox.meta.shortToken(account);
        var lasting = new IGAccessTokenForIGOnlyAPI.APIRequestGet("access_token", MetaSdk.instagram(sandbox, brief))
                .setGrantType("ig_exchange_token")
                .setClientSecret(RunningSandbox.SECRET)
                .execute();
        assertThat(lasting.getFieldTokenType()).isEqualTo("bearer");
        assertThat(lasting.getFieldExpiresIn()).isEqualTo(Duration.ofDays(60).toSeconds());
        sandbox.meta.advance(Duration.ofHours(25));
        var renewed = new IGRefreshAccessTokenForIGOnlyAPI.APIRequestGet(
                        "refresh_access_token", MetaSdk.instagram(sandbox, lasting.getFieldAccessToken()))
                .setGrantType("ig_refresh_token")
                .execute();
        assertThat(renewed.getFieldAccessToken()).isNotEqualTo(lasting.getFieldAccessToken());
        assertThat(renewed.getFieldPermissions()).contains("instagram_business_basic");
    }

    @Test
    void readsWhoseTokenItIs() throws APIException {
        var me = IGUserForIGOnlyAPI.fetchById("me", context);
        assertThat(me.getFieldUserId()).isEqualTo(Long.parseLong(account.id()));
        assertThat(me.getFieldUsername()).isEqualTo(account.username());
        assertThat(me.getFieldAccountType()).isEqualTo("BUSINESS");
        assertThat(me.getFieldFollowersCount()).isEqualTo(4000);
    }

    @Test
    void publishesAPictureAndReadsIt() throws APIException {
        var container = user.createMedia()
                .setImageUrl(sandbox.picture())
                .setCaption("Été 🍞 & more")
                .execute()
                .getId();
        sandbox.meta.advance(Duration.ofMinutes(1));
        assertThat(ShadowIGMediaBuilder.fetchById(container, context).getFieldStatusCode())
                .isEqualTo("FINISHED");
        var published =
                user.createMediaPublish().setCreationId(container).execute().getId();
        var media = IGMediaForIGOnlyAPI.fetchById(published, context);
        assertThat(media.getFieldCaption()).isEqualTo("Été 🍞 & more");
        assertThat(media.getFieldMediaProductType()).isEqualTo("FEED");
        assertThat(media.getFieldOwner().getFieldId()).isEqualTo(account.id());
        assertThat(user.getContentPublishingLimit()
                        .requestQuotaUsageField()
                        .execute()
                        .getFirst()
                        .getFieldQuotaUsage())
                .isEqualTo(1);
    }

    @Test
    void readsFiguresAndComments() throws APIException {
        var post = sandbox.post(account, ",\"viewers\":512,\"comments\":[{\"text\":\"Open?\"}]");
        var media = new IGMediaForIGOnlyAPI(post, context);
        assertThat(media.getInsights().setMetric("reach").execute())
                .extracting(InsightsResult::getFieldName)
                .containsExactly("reach");
        assertThat(user.getInsights()
                        .setMetric("reach")
                        .setPeriod("day")
                        .setSince(sandbox.daysAgo(10))
                        .setUntil(sandbox.daysAgo(3))
                        .execute())
                .extracting(InsightsResult::getFieldPeriod)
                .containsExactly("day");
        assertThat(media.getComments().requestField("id").execute())
                .extracting(Comment::getFieldId)
                .hasSize(1)
                .doesNotContainNull();
    }

    @Test
    void namesWhatGoesWrong() {
        assertThatExceptionOfType(APIException.FailedRequestException.class)
                .isThrownBy(() -> IGMediaForIGOnlyAPI.fetchById("17950000000000000", context))
                .satisfies(missing -> {
                    var error = MetaSdk.error(missing);
                    assertThat(error.get("type").getAsString()).isEqualTo("IGApiException");
                    assertThat(error.get("code").getAsInt()).isEqualTo(100);
                    assertThat(error.get("error_subcode").getAsInt()).isEqualTo(33);
                    assertThat(error.get("fbtrace_id").getAsString()).isNotBlank();
                });
    }
}
