package dev.connexions.meta.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.facebook.ads.sdk.APIContext;
import com.facebook.ads.sdk.APIException;
import com.facebook.ads.sdk.APINodeList;
import com.facebook.ads.sdk.APIResponse;
import com.facebook.ads.sdk.BatchRequest;
import com.facebook.ads.sdk.ContentPublishingLimitResponse;
import com.facebook.ads.sdk.IGComment;
import com.facebook.ads.sdk.IGMedia;
import com.facebook.ads.sdk.IGUser;
import com.facebook.ads.sdk.InstagramInsightsResult;
import com.facebook.ads.sdk.InstagramInsightsValue;
import com.facebook.ads.sdk.ShadowIGMediaBuilder;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.meta.sandbox.SandboxAccount;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MetaSdkFacebookContentTest {

    private final TrustedSandbox sandbox = new TrustedSandbox();
    private final SandboxAccount account = sandbox.account(LoginProduct.FACEBOOK);
    private final APIContext context = MetaSdk.facebook(sandbox, sandbox.token(LoginProduct.FACEBOOK, account));
    private final IGUser user = new IGUser(account.id(), context);

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void publishesAPictureAndReadsIt() throws APIException {
        var container = user.createMedia()
                .setImageUrl(sandbox.picture())
                .setCaption("Été 🍞 & more")
                .execute()
                .getId();
        assertThat(status(container).getFieldStatusCode()).isEqualTo("IN_PROGRESS");
        sandbox.meta.advance(Duration.ofMinutes(1));
        assertThat(status(container).getFieldStatusCode()).isEqualTo("FINISHED");
        var published =
                user.createMediaPublish().setCreationId(container).execute().getId();
        var media = new IGMedia(published, context)
                .get()
                .requestFields(List.of(
                        "caption", "media_type", "media_product_type", "timestamp", "owner", "like_count", "username"))
                .execute();
        assertThat(media.getFieldCaption()).isEqualTo("Été 🍞 & more");
        assertThat(media.getFieldMediaType()).isEqualTo("IMAGE");
        assertThat(media.getFieldMediaProductType()).isEqualTo("FEED");
        assertThat(media.getFieldOwner().getFieldId()).isEqualTo(account.id());
        assertThat(media.getFieldLikeCount()).isZero();
        ContentPublishingLimitResponse limit = user.getContentPublishingLimit()
                .requestConfigField()
                .requestQuotaUsageField()
                .execute()
                .getFirst();
        assertThat(limit.getFieldQuotaUsage()).isEqualTo(1);
        assertThat(limit.getFieldConfig().toString()).contains("quota_total");
    }

    @Test
    void publishesAnAlbumOfAPictureAndAFilm() throws APIException {
        var picture = user.createMedia()
                .setImageUrl(sandbox.picture())
                .setIsCarouselItem(true)
                .execute();
        var film = user.createMedia()
                .setMediaType("VIDEO")
                .setVideoUrl(sandbox.film())
                .setIsCarouselItem(true)
                .execute();
        sandbox.meta.advance(Duration.ofMinutes(1));
        var album = user.createMedia()
                .setMediaType("CAROUSEL")
                .setChildren(List.of(picture.getId(), film.getId()))
                .setCollaborators(List.of("anna.b"))
                .execute();
        sandbox.meta.advance(Duration.ofMinutes(1));
        var media = user.createMediaPublish().setCreationId(album.getId()).execute();
        assertThat(new IGMedia(media.getId(), context)
                        .getChildren()
                        .requestMediaTypeField()
                        .execute())
                .extracting(IGMedia::getFieldMediaType)
                .containsExactly("IMAGE", "VIDEO");
    }

    @Test
    void seesHowFarAFilmIs() throws APIException {
        var container = user.createMedia()
                .setMediaType("REELS")
                .setUploadType("resumable")
                .execute()
                .getId();
        var status = status(container);
        assertThat(status.getFieldVideoStatus().getFieldUploadingPhase().getFieldBytesTransferred())
                .isZero();
        assertThat(status.getFieldVideoStatus().getFieldProcessingPhase().getFieldStatus())
                .isEqualTo("not_started");
        assertThat(status.getFieldCopyrightCheckStatus().getFieldStatus()).isEqualTo("in_progress");
        assertThat(status.getFieldCopyrightCheckStatus().getFieldMatchesFound()).isFalse();
    }

    @Test
    void answersACommentAndHidesOne() throws APIException {
        var media = sandbox.post(account, "");
        sandbox.control("/accounts/" + account.id() + "/media/" + media + "/comments", "{\"text\":\"Open?\"}");
        IGComment asked = new IGMedia(media, context).getComments().execute().getFirst();
        assertThat(asked.getFieldText()).isEqualTo("Open?");
        var answer = asked.createReply().setMessage("From nine").execute();
        asked.update().setHide(true).execute();
        var read = asked.get()
                .requestFields(List.of("hidden", "from", "media", "username", "like_count"))
                .execute();
        assertThat(read.getFieldHidden()).isTrue();
        assertThat(read.getFieldMedia().getFieldId()).isEqualTo(media);
        assertThat(read.getFieldFrom().getFieldUsername()).isEqualTo(read.getFieldUsername());
        assertThat(asked.getReplies().requestParentIdField().execute())
                .extracting(IGComment::getFieldId, IGComment::getFieldParentId)
                .containsExactly(tuple(answer.getId(), asked.getId()));
        asked.delete().execute();
        assertThat(new IGMedia(media, context).getComments().execute()).isEmpty();
        new IGMedia(media, context).delete().execute();
        assertThat(user.getMedia().execute()).isEmpty();
    }

    @Test
    void readsFiguresOfDaysAndInTotal() throws APIException {
        InstagramInsightsResult reach = user.getInsights()
                .setMetric("reach")
                .setPeriod("day")
                .setSince(sandbox.daysAgo(10))
                .setUntil(sandbox.daysAgo(3))
                .execute()
                .getFirst();
        assertThat(reach.getFieldName()).isEqualTo("reach");
        assertThat(reach.getFieldValues())
                .hasSize(7)
                .allSatisfy(day -> assertThat(day.getFieldEndTime()).endsWith("+0000"));
        assertThat(reach.getFieldValues())
                .extracting(InstagramInsightsValue::getFieldValue)
                .doesNotContainNull();
        var views = user.getInsights()
                .setMetric("views")
                .setPeriod("day")
                .setMetricType(InstagramInsightsResult.EnumMetricType.VALUE_TOTAL_VALUE)
                .setBreakdown("media_product_type")
                .setSince(sandbox.daysAgo(10))
                .setUntil(sandbox.daysAgo(3))
                .execute()
                .getFirst();
        assertThat(views.getFieldTotalValue())
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsOnlyKeys("value", "breakdowns");
    }

    @Test
    void readsFiguresOfAPost() throws APIException {
        var media = new IGMedia(sandbox.post(account, ",\"viewers\":512"), context);
        var results = media.getInsights()
                .setMetric(List.of(
                        InstagramInsightsResult.EnumMetric.VALUE_REACH, InstagramInsightsResult.EnumMetric.VALUE_SAVED))
                .execute();
        assertThat(results).extracting(InstagramInsightsResult::getFieldName).containsExactly("reach", "saved");
        assertThat(results).extracting(InstagramInsightsResult::getFieldPeriod).containsOnly("lifetime");
    }

    @Test
    void walksThroughAllPosts() throws APIException {
        sandbox.post(account, ",\"count\":60");
        APINodeList<IGMedia> posts = user.getMedia().requestCaptionField().execute();
        var ids = new ArrayList<String>();
        posts.withAutoPaginationIterator(true).forEach(post -> ids.add(post.getId()));
        assertThat(ids).hasSize(60).doesNotHaveDuplicates();
    }

    @Test
    void sendsSeveralCallsAtOnce() throws APIException {
        List<APIResponse> answers = new BatchRequest(context)
                .addRequest(user.get().requestUsernameField().requestFollowersCountField())
                .addRequest(new IGMedia("17950000000000000", context).get())
                .addRequest(user.createMedia().setImageUrl(sandbox.picture()))
                .execute();
        assertThat(answers.get(0)).isInstanceOfSatisfying(IGUser.class, read -> {
            assertThat(read.getFieldUsername()).isEqualTo(account.username());
            assertThat(read.getFieldFollowersCount()).isEqualTo(4000);
        });
        assertThat(answers.get(1)
                        .getException()
                        .getRawResponseAsJsonObject()
                        .get("code")
                        .getAsInt())
                .isEqualTo(400);
        assertThat(answers.get(2))
                .isInstanceOfSatisfying(
                        IGMedia.class, made -> assertThat(made.getId()).isNotBlank());
    }

    @Test
    void namesWhatGoesWrong() throws APIException {
        assertThatExceptionOfType(APIException.FailedRequestException.class)
                .isThrownBy(
                        () -> new IGMedia("17950000000000000", context).get().execute())
                .satisfies(missing -> {
                    var error = MetaSdk.error(missing);
                    assertThat(error.get("type").getAsString()).isEqualTo("GraphMethodException");
                    assertThat(error.get("code").getAsInt()).isEqualTo(100);
                    assertThat(error.get("error_subcode").getAsInt()).isEqualTo(33);
                    assertThat(missing.getHeader())
                            .contains(error.get("fbtrace_id").getAsString());
                });
        var early = user.createMedia().setImageUrl(sandbox.picture()).execute().getId();
        assertThatExceptionOfType(APIException.FailedRequestException.class)
                .isThrownBy(() -> user.createMediaPublish().setCreationId(early).execute())
                .satisfies(refused -> {
                    var error = MetaSdk.error(refused);
                    assertThat(error.get("code").getAsInt()).isEqualTo(9007);
                    assertThat(error.get("error_subcode").getAsInt()).isEqualTo(2207027);
                    assertThat(error.get("is_transient").getAsBoolean()).isTrue();
                });
    }

    private ShadowIGMediaBuilder status(String container) throws APIException {
        return ShadowIGMediaBuilder.fetchById(container, context);
    }
}
