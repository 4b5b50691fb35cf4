package dev.connexions.meta.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.application.insight.InstagramInsights.Subject;
import dev.connexions.application.insight.Measurement;
import dev.connexions.application.insight.Measurement.Failed;
import dev.connexions.application.insight.Measurement.Measured;
import dev.connexions.application.insight.Measurement.Missing;
import dev.connexions.application.shared.MetaAccess;
import dev.connexions.application.shared.MetaFailure;
import dev.connexions.application.shared.MetaFailure.Evidence;
import dev.connexions.domain.insight.Gap;
import dev.connexions.domain.insight.Metric;
import dev.connexions.domain.media.MediaId;
import dev.connexions.domain.media.MediaSurface;
import dev.connexions.meta.testing.RawAccount;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What Meta measures of media, each for itself. */
class MediaInsightsTroubleTest {

    private static final Metric REACH = new Metric("reach");
    private static final Metric LIKES = new Metric("likes");
    private static final Metric NAVIGATION = new Metric("navigation");
    private static final Metric LINK_CLICKS = new Metric("link_clicks");
    private static final MediaId POST = new MediaId("17950000000000201");
    private static final MediaId STORY = new MediaId("17950000000000202");
    private static final String OF_POST = "/v26.0/" + POST.value() + "/insights";
    private static final String OF_STORY = "/v26.0/" + STORY.value() + "/insights";

    private final RawAccount meta = new RawAccount();
    private final GraphInsights insights = new GraphInsights(meta.client(), () -> RawAccount.NOW, RawAccount.LIMIT);

    @AfterEach
    void stop() {
        meta.close();
    }

    @Test
    void readsALifetime() {
        meta.on(
                OF_POST,
                "{\"data\":[{\"name\":\"reach\",\"period\":\"lifetime\",\"values\":[{\"value\":512}]},"
                        + "{\"name\":\"likes\",\"values\":[{\"value\":0}]}]}");
        var answers = measure(RawAccount.INSTAGRAM, post(), metrics(REACH, LIKES));
        assertThat(answers.get(REACH)).isInstanceOf(Measured.class);
        assertThat(answers.get(LIKES))
                .isInstanceOfSatisfying(
                        Measured.class,
                        measured -> assertThat(measured.readings().getFirst().value())
                                .isZero());
        assertThat(meta.onlyAsked().get("metric")).isEqualTo("reach,likes");
    }

    @Test
    void asksForNothingThatSuchMediaLack() {
        var answers = measure(RawAccount.INSTAGRAM, story(), metrics(LIKES, LINK_CLICKS));
        assertThat(answers)
                .containsEntry(LIKES, new Missing(Gap.NOT_OFFERED))
                .containsEntry(LINK_CLICKS, new Missing(Gap.NOT_OFFERED));
        assertThat(meta.asked()).isEmpty();
    }

    @Test
    void asksForLinkClicksWithFacebookLogin() {
        meta.on(OF_STORY, "{\"data\":[{\"name\":\"link_clicks\",\"values\":[{\"value\":3}]}]}");
        assertThat(measure(RawAccount.FACEBOOK, story(), metrics(LINK_CLICKS)).get(LINK_CLICKS))
                .isInstanceOf(Measured.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = MediaSurface.class,
            names = {"STORY", "FEED"})
    void takesCodeTenOfAStoryForTooFewViewers(MediaSurface surface) {
        var subject = new Subject(STORY, surface);
        meta.on(OF_STORY, 400, RawAccount.error(10));
        var expected = surface == MediaSurface.STORY
                ? new Missing(Gap.WITHHELD)
                : new Failed(new MetaFailure.PermissionMissing("permission_missing", new Evidence(10, null)));
        assertThat(measure(RawAccount.INSTAGRAM, subject, metrics(REACH)).get(REACH))
                .isEqualTo(expected);
    }

    @Test
    void knowsWhatIsOlderThanTheProfessionalAccount() {
        meta.on(OF_POST, 400, RawAccount.error(100, 2108006));
        assertThat(measure(RawAccount.INSTAGRAM, post(), metrics(REACH, LIKES)).values())
                .containsOnly(new Missing(Gap.BEFORE_CONVERSION));
        assertThat(meta.asked()).hasSize(1);
    }

    @Test
    void asksEachByItselfWhenMetaRefusesThemTogether() {
        meta.on(OF_POST, 400, RawAccount.error(100));
        meta.on(
                "/v26.0/",
                "[{\"code\":200,\"body\":\"{\\\"data\\\":[{\\\"name\\\":\\\"reach\\\",\\\"values\\\":"
                        + "[{\\\"value\\\":5}]}]}\"},{\"code\":400,\"body\":\"{\\\"error\\\":{\\\"code\\\":100}}\"}]");
        var answers = measure(RawAccount.FACEBOOK, post(), metrics(REACH, LIKES));
        assertThat(answers.get(REACH)).isInstanceOf(Measured.class);
        assertThat(answers.get(LIKES)).isEqualTo(new Missing(Gap.REFUSED));
    }

    @Test
    void asksForWhatIsSplitBesideTheOthers() {
        meta.on(
                "/v26.0/",
                "[{\"code\":200,\"body\":\"{\\\"data\\\":[{\\\"name\\\":\\\"reach\\\",\\\"values\\\":"
                    + "[{\\\"value\\\":5}]}]}\"},{\"code\":200,\"body\":\"{\\\"data\\\":[{\\\"name\\\":\\\"navigation\\\","
                    + "\\\"values\\\":[{\\\"value\\\":9}],\\\"total_value\\\":{\\\"value\\\":9,\\\"breakdowns\\\":[{"
                    + "\\\"dimension_keys\\\":[\\\"story_navigation_action_type\\\"],\\\"results\\\":[{"
                    + "\\\"dimension_values\\\":[\\\"tap_back\\\"],\\\"value\\\":9}]}]}}]}\"}]");
        var answers = measure(RawAccount.FACEBOOK, story(), metrics(REACH, NAVIGATION));
        assertThat(answers.get(NAVIGATION))
                .isInstanceOfSatisfying(
                        Measured.class,
                        measured -> assertThat(measured.readings().getFirst().slices())
                                .hasSize(1));
        assertThat(meta.onlyAsked().get("batch")).contains("breakdown=story_navigation_action_type");
    }

    @Test
    void provesNothingFromWhatItDoesNotSee() {
        meta.on(OF_POST, 400, RawAccount.error(100, 33));
        assertThat(measure(RawAccount.INSTAGRAM, post(), metrics(REACH, LIKES)).get(REACH))
                .isEqualTo(new Failed(new MetaFailure.Rejected("object_missing", new Evidence(100, 33))));
        assertThat(meta.asked()).hasSize(1);
    }

    @Test
    void offersEachProductItsOwn() {
        for (var surface : MediaSurface.values()) {
            assertThat(insights.ofMedia(RawAccount.INSTAGRAM.product(), surface))
                    .doesNotContain(LINK_CLICKS);
        }
        assertThat(insights.ofMedia(RawAccount.FACEBOOK.product(), MediaSurface.STORY))
                .contains(LINK_CLICKS);
        assertThat(insights.ofMedia(RawAccount.FACEBOOK.product(), MediaSurface.AD))
                .isEmpty();
    }

    private Map<Metric, Measurement> measure(MetaAccess access, Subject subject, Set<Metric> metrics) {
        var answers = insights.media(access, List.of(subject), metrics);
        assertThat(answers).containsOnlyKeys(subject.media());
        return answers.getOrDefault(subject.media(), Map.of());
    }

    private static Set<Metric> metrics(Metric... metrics) {
        return new LinkedHashSet<>(List.of(metrics));
    }

    private static Subject post() {
        return new Subject(POST, MediaSurface.FEED);
    }

    private static Subject story() {
        return new Subject(STORY, MediaSurface.STORY);
    }
}
