package dev.connexions.meta.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.restfb.Connection;
import com.restfb.DefaultFacebookClient;
import com.restfb.Parameter;
import com.restfb.batch.BatchRequest.BatchRequestBuilder;
import com.restfb.exception.FacebookGraphException;
import com.restfb.exception.FacebookOAuthException;
import com.restfb.types.GraphResponse;
import com.restfb.types.Insight;
import com.restfb.types.InsightBreakdown;
import com.restfb.types.InsightBreakdownResult;
import com.restfb.types.instagram.IgComment;
import com.restfb.types.instagram.IgContainer;
import com.restfb.types.instagram.IgContentPublishingLimit;
import com.restfb.types.instagram.IgMedia;
import com.restfb.types.instagram.IgMediaChild;
import com.restfb.types.instagram.IgUser;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.meta.sandbox.SandboxAccount;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What an account does with its token, through both products. */
@ParameterizedClass
@EnumSource
class RestFbContentTest {

    private final TrustedSandbox sandbox = new TrustedSandbox();
    private final SandboxAccount account;
    private final DefaultFacebookClient client;
    private final LoginProduct product;

    RestFbContentTest(LoginProduct product) {
        this.product = product;
        account = sandbox.account(product);
        var token = sandbox.token(product, account);
        client = switch (product) {
            case INSTAGRAM -> RestFb.instagram(sandbox, token);
            case FACEBOOK -> RestFb.facebook(sandbox, token);
        };
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void publishesAPictureAndReadsIt() {
        var container = client.publish(
                account.id() + "/media",
                IgContainer.class,
                Parameter.with("image_url", sandbox.picture()),
                Parameter.with("caption", "Été 🍞 & more"));
        assertThat(status(container)).isEqualTo("IN_PROGRESS");
        sandbox.meta.advance(Duration.ofMinutes(1));
        assertThat(status(container)).isEqualTo("FINISHED");
        var published = publish(container);
        assertThat(status(container)).isEqualTo("PUBLISHED");

        var media = client.fetchObject(
                published,
                IgMedia.class,
                Parameter.withFields("id,caption,media_type,media_product_type,permalink,shortcode,timestamp,username,"
                        + "like_count,comments_count,is_comment_enabled"));
        assertThat(media.getCaption()).isEqualTo("Été 🍞 & more");
        assertThat(media.getMediaType()).isEqualTo("IMAGE");
        assertThat(media.getMediaProductType()).isEqualTo("FEED");
        assertThat(media.getUsername()).isEqualTo(account.username());
        assertThat(media.getTimestamp().toInstant()).isBetween(now().minus(Duration.ofMinutes(1)), now());
        assertThat(media.getLikeCount()).isZero();
        assertThat(media.getIsCommentEnabled()).isTrue();

        var limit = client.fetchConnection(
                        account.id() + "/content_publishing_limit",
                        IgContentPublishingLimit.class,
                        Parameter.withFields("quota_usage,config"))
                .getData()
                .getFirst();
        assertThat(limit.getQuotaUsage()).isEqualTo("1");
        assertThat(limit.getConfig().getQuotaTotal()).isEqualTo(50);
        assertThat(limit.getConfig().getQuotaDuration()).isEqualTo(86400);
    }

    @Test
    void publishesAnAlbum() {
        var items = new ArrayList<String>();
        for (var i = 0; i < 2; i++) {
            items.add(client.publish(
                            account.id() + "/media",
                            IgContainer.class,
                            Parameter.with("image_url", sandbox.picture()),
                            Parameter.with("is_carousel_item", true))
                    .getId());
        }
        sandbox.meta.advance(Duration.ofMinutes(1));
        var album = client.publish(
                account.id() + "/media",
                IgContainer.class,
                Parameter.with("media_type", "CAROUSEL"),
                Parameter.with("children", items));
        sandbox.meta.advance(Duration.ofMinutes(1));
        var media = client.fetchObject(
                publish(album), IgMedia.class, Parameter.withFields("media_type,children{media_type,media_url}"));
        assertThat(media.getMediaType()).isEqualTo("CAROUSEL_ALBUM");
        assertThat(media.getChildren()).extracting(IgMediaChild::getMediaType).containsExactly("IMAGE", "IMAGE");
    }

    @Test
    void answersACommentAndHidesOne() {
        var media = sandbox.post(account, "");
        sandbox.control("/accounts/" + account.id() + "/media/" + media + "/comments", "{\"text\":\"Open?\"}");
        var asked = client.fetchConnection(media + "/comments", IgComment.class)
                .getData()
                .getFirst();
        assertThat(asked.getText()).isEqualTo("Open?");
        assertThat(asked.getTimestamp()).isNotNull();
        var answer =
                client.publish(asked.getId() + "/replies", GraphResponse.class, Parameter.withMessage("From nine"));
        assertThat(client.publish(asked.getId(), GraphResponse.class, Parameter.with("hide", true))
                        .isSuccess())
                .isTrue();
        var comment = client.fetchObject(
                asked.getId(),
                IgComment.class,
                Parameter.withFields("hidden,like_count,from,username,media{id},replies{id,text,parent_id}"));
        assertThat(comment.getHidden()).isTrue();
        assertThat(comment.getFrom().getUsername()).isEqualTo(comment.getUsername());
        assertThat(comment.getMedia().getId()).isEqualTo(media);
        assertThat(comment.getReplies()).singleElement().satisfies(reply -> {
            assertThat(reply.getId()).isEqualTo(answer.getId());
            assertThat(reply.getParentId()).isEqualTo(asked.getId());
        });
        assertThat(client.deleteObject(asked.getId())).isTrue();
    }

    @Test
    void readsFiguresOfDaysInTotalAndByPart() {
        Connection<Insight> days = client.fetchConnection(
                account.id() + "/insights",
                Insight.class,
                Parameter.with("metric", "reach"),
                Parameter.with("period", "day"),
                Parameter.with("since", sandbox.daysAgo(10)),
                Parameter.with("until", sandbox.daysAgo(3)));
        var reach = days.getData().getFirst();
        assertThat(reach.getName()).isEqualTo("reach");
        assertThat(reach.getPeriod()).isEqualTo("day");
        assertThat(reach.getValues()).hasSize(7).allSatisfy(day -> {
            assertThat(day.getInt("value", -1)).isPositive();
            assertThat(day.getString("end_time", "")).endsWith("+0000");
        });
        var pages = days.iterator();
        pages.next();
        assertThat(pages.hasNext()).isTrue();
        assertThat(pages.next().getFirst().getName()).isEqualTo("reach");

        var views = client.fetchConnection(
                        account.id() + "/insights",
                        Insight.class,
                        Parameter.with("metric", "views"),
                        Parameter.with("period", "day"),
                        Parameter.with("metric_type", "total_value"),
                        Parameter.with("breakdown", "media_product_type"),
                        Parameter.with("since", sandbox.daysAgo(10)),
                        Parameter.with("until", sandbox.daysAgo(3)))
                .getData()
                .getFirst()
                .getTotalValue();
        assertThat(views.getBreakdowns())
                .extracting(InsightBreakdown::getDimensionKeys)
                .containsExactly(List.of("media_product_type"));
        assertThat(views.getBreakdowns().getFirst().getResults().stream()
                        .mapToLong(InsightBreakdownResult::getValue)
                        .sum())
                .isEqualTo(views.getValue());
    }

    @Test
    void readsFiguresInsideAPost() {
        var media = sandbox.post(account, ",\"viewers\":512");
        var insights = client.fetchObject(media, IgMedia.class, Parameter.withFields("insights.metric(reach,saved)"))
                .getInsights();
        assertThat(insights).extracting(Insight::getName).containsExactly("reach", "saved");
        assertThat(insights.getFirst().getPeriod()).isEqualTo("lifetime");
        assertThat(insights.getFirst().getValues().getFirst().getInt("value", -1))
                .isPositive();
    }

    @Test
    void walksThroughAllPosts() {
        sandbox.post(account, ",\"count\":60");
        Connection<IgMedia> posts =
                client.fetchConnection(account.id() + "/media", IgMedia.class, Parameter.withFields("id,caption"));
        var ids = new ArrayList<String>();
        for (List<IgMedia> some : posts) {
            some.forEach(post -> ids.add(post.getId()));
        }
        assertThat(ids).hasSize(60).doesNotHaveDuplicates();
        assertThat(posts.getAfterCursor()).isNotBlank();
    }

    @Test
    void sendsSeveralCallsAtOnce() {
        var answers = client.executeBatch(
                new BatchRequestBuilder(account.id())
                        .parameters(Parameter.withFields("username,followers_count"))
                        .build(),
                new BatchRequestBuilder("17950000000000000").build(),
                new BatchRequestBuilder(account.id() + "/media")
                        .method("POST")
                        .body(Parameter.with("image_url", sandbox.picture()))
                        .build());
        assertThat(answers).extracting("code").containsExactly(200, 400, 200);
        var user = client.getJsonMapper().toJavaObject(answers.getFirst().getBody(), IgUser.class);
        assertThat(user.getUsername()).isEqualTo(account.username());
        assertThat(user.getFollowersCount()).isEqualTo(4000);
        assertThat(answers.getFirst().getHeaders()).isNotEmpty();
        assertThat(client.getJsonMapper()
                        .toJavaObject(answers.getLast().getBody(), IgContainer.class)
                        .getId())
                .isNotBlank();
    }

    @Test
    void namesWhatGoesWrong() {
        assertThatExceptionOfType(FacebookGraphException.class)
                .isThrownBy(() -> client.fetchObject("17950000000000000", IgMedia.class))
                .satisfies(missing -> {
                    assertThat(missing.getErrorType()).isEqualTo(typeOfMissing());
                    assertThat(missing.getErrorCode()).isEqualTo(100);
                    assertThat(missing.getErrorSubcode()).isEqualTo(33);
                    assertThat(missing.getHttpStatusCode()).isEqualTo(400);
                    assertThat(missing.getFbtraceId()).isNotBlank();
                    assertThat(missing.getDebugHeaderInfo().getTraceId()).isEqualTo(missing.getFbtraceId());
                });
        assertThatExceptionOfType(FacebookOAuthException.class)
                .isThrownBy(() -> publish(prepared()))
                .satisfies(early -> {
                    assertThat(early.getErrorCode()).isEqualTo(9007);
                    assertThat(early.getErrorSubcode()).isEqualTo(2207027);
                    assertThat(early.getIsTransient()).isTrue();
                    assertThat(early.getErrorUserTitle()).isNotBlank();
                    assertThat(early.getErrorUserMessage()).isNotBlank();
                });
        sandbox.control("/accounts/" + account.id() + "/revoke", "{}");
        assertThatExceptionOfType(FacebookOAuthException.class)
                .isThrownBy(() -> client.fetchObject(account.id(), IgUser.class))
                .satisfies(dead -> {
                    assertThat(dead.getErrorCode()).isEqualTo(190);
                    assertThat(dead.getErrorSubcode()).isEqualTo(458);
                });
    }

    @Test
    void readsTheHeadersAboutVersionAndUsage() {
        sandbox.control("/usage", "{\"regime\":\"instagram\",\"id\":\"" + account.id() + "\",\"percent\":42}");
        client.fetchObject(account.id(), IgUser.class);
        var headers = client.getWebRequestor().getDebugHeaderInfo();
        assertThat(headers.getUsedVersion().getUrlElement()).isEqualTo(TrustedSandbox.VERSION);
        assertThat(headers.getBusinessUseCaseUsage().get(account.id()))
                .singleElement()
                .satisfies(usage -> {
                    assertThat(usage.getType()).isEqualTo("instagram");
                    assertThat(usage.getCallCount()).isBetween(42, 43);
                    assertThat(usage.getEstimatedTimeToRegainAccess()).isZero();
                });
    }

    private String typeOfMissing() {
        return switch (product) {
            case INSTAGRAM -> "IGApiException";
            case FACEBOOK -> "GraphMethodException";
        };
    }

    private IgContainer prepared() {
        return client.publish(
                account.id() + "/media", IgContainer.class, Parameter.with("image_url", sandbox.picture()));
    }

    private String status(IgContainer container) {
        return client.fetchObject(container.getId(), IgContainer.class, Parameter.withFields("id,status_code,status"))
                .getStatusCode();
    }

    private String publish(IgContainer container) {
        return client.publish(
                        account.id() + "/media_publish",
                        GraphResponse.class,
                        Parameter.with("creation_id", container.getId()))
                .getId();
    }

    private Instant now() {
        return sandbox.meta.sandbox().clock().instant();
    }
}
