package dev.connexions.meta.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.application.insight.Measurement;
import dev.connexions.application.insight.Measurement.Failed;
import dev.connexions.application.insight.Measurement.Measured;
import dev.connexions.application.insight.Measurement.Missing;
import dev.connexions.application.insight.MetricQuery;
import dev.connexions.application.insight.MetricQuery.Shape;
import dev.connexions.application.shared.MetaFailure;
import dev.connexions.application.shared.MetaFailure.Evidence;
import dev.connexions.application.shared.MetaFailure.Outage;
import dev.connexions.domain.insight.Breakdown;
import dev.connexions.domain.insight.Gap;
import dev.connexions.domain.insight.Metric;
import dev.connexions.domain.insight.Reading;
import dev.connexions.domain.insight.Window;
import dev.connexions.meta.testing.RawAccount;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing is taken for a zero, and no metric takes another with it. */
class GraphInsightsTroubleTest {

    private static final String INSIGHTS = RawAccount.NODE + "/insights";
    private static final Instant NOW = RawAccount.NOW;
    private static final MetricQuery REACH = series("reach");
    private static final MetricQuery VIEWS = total("views", null);
    private static final MetricQuery LIKES = total("likes", null);

    private final RawAccount meta = new RawAccount();
    private final GraphInsights insights = new GraphInsights(meta.client(), () -> NOW, RawAccount.LIMIT);

    @AfterEach
    void stop() {
        meta.close();
    }

    @Test
    void asksWindowByWindowTheNewestFirst() {
        meta.inTurn(INSIGHTS, reach("2026-11-21", 97, "2026-10-23", 5), reach("2026-10-23", 6, "2026-10-22", 118));
        var measured = (Measured) measure(Duration.ofDays(45), REACH);
        assertThat(measured.interruptedBy()).isNull();
        assertThat(measured.readings())
                .extracting(Reading::value)
                .map(String::valueOf)
                .containsExactly("118", "5", "97");
        var asked = meta.asked();
        assertThat(asked).hasSize(2);
        var month = Window.MOST_AT_ONCE.toSeconds();
        assertThat(asked.get(0).get("until")).isEqualTo(Long.toString(NOW.getEpochSecond()));
        assertThat(asked).allSatisfy(one -> {
            assertThat(Long.parseLong(one.get("until")) - Long.parseLong(one.get("since")))
                    .isBetween(1L, month);
            assertThat(one.get("metric")).isEqualTo("reach");
            assertThat(one.get("period")).isEqualTo("day");
            assertThat(one.get("metric_type")).isEqualTo("time_series");
        });
        assertThat(asked.get(1).get("until")).isEqualTo(asked.get(0).get("since"));
    }

    @Test
    void keepsTheNewerReadingsWhenSomethingStopsIt() {
        meta.inTurn(INSIGHTS, reach("2026-11-21", 97, "2026-11-20", 5), RawAccount.refusal(80002));
        assertThat(measure(Duration.ofDays(45), REACH)).isInstanceOfSatisfying(Measured.class, measured -> {
            assertThat(measured.readings()).hasSize(2);
            assertThat(measured.interruptedBy()).isInstanceOf(MetaFailure.ThrottledUntil.class);
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 1})
    void asksEachByItselfWhenMetaRefusesThemTogether(int code) {
        meta.inTurn(INSIGHTS, RawAccount.refusal(code), "200 " + totals("views", 640), RawAccount.refusal(100));
        var answers = measure(Duration.ofDays(1), new LinkedHashSet<>(List.of(VIEWS, LIKES)));
        assertThat(answers.get(VIEWS)).isInstanceOf(Measured.class);
        assertThat(answers.get(LIKES)).isEqualTo(new Missing(Gap.REFUSED));
        assertThat(meta.asked())
                .extracting(asked -> asked.get("metric"))
                .containsExactly("views,likes", "views", "likes");
    }

    @Test
    void doesNotAskAgainWhatNobodyCouldAnswer() {
        meta.on(INSIGHTS, 400, RawAccount.error(190));
        var answers = measure(Duration.ofDays(1), Set.of(VIEWS, LIKES));
        assertThat(answers.values())
                .containsOnly(new Failed(new MetaFailure.TokenInvalid("token_invalid", new Evidence(190, null))));
        assertThat(meta.asked()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"data\":[]}",
                "{\"data\":[{\"name\":\"views\",\"period\":\"day\"}]}",
                "{\"data\":[{\"name\":\"views\",\"total_value\":{}}]}",
                "{\"data\":[{\"name\":\"views\",\"total_value\":null,\"values\":[]}]}",
                "{\"data\":[{\"name\":\"views\",\"values\":[{\"end_time\":\"2026-09-29T07:00:00+0000\"}]}]}",
                "{\"data\":[{\"name\":\"likes\",\"total_value\":{\"value\":5}}]}"
            })
    void takesNothingForNothing(String body) {
        meta.on(INSIGHTS, body);
        assertThat(measure(Duration.ofDays(1), VIEWS)).isEqualTo(new Missing(Gap.NO_DATA));
    }

    @Test
    void takesZeroForZero() {
        meta.on(INSIGHTS, totals("views", 0));
        assertThat(measure(Duration.ofDays(1), VIEWS))
                .isInstanceOfSatisfying(
                        Measured.class,
                        measured -> assertThat(measured.readings().getFirst().value())
                                .isZero());
    }

    @Test
    void losesOneGarbledMetricOnly() {
        meta.on(
                INSIGHTS,
                "{\"data\":[{\"name\":\"views\",\"total_value\":{\"value\":\"640\"}},"
                        + "{\"name\":\"likes\",\"total_value\":{\"value\":9}}]}");
        var answers = measure(Duration.ofDays(1), Set.of(VIEWS, LIKES));
        assertThat(answers.get(VIEWS)).isEqualTo(new Failed(new Outage(Outage.Kind.INVALID)));
        assertThat(answers.get(LIKES)).isInstanceOf(Measured.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"data\":5}", "{\"data\":[{\"name\":\"No metric\"}]}", "<html>"})
    void trustsNoAnswerThatIsNone(String body) {
        meta.on(INSIGHTS, body);
        assertThat(measure(Duration.ofDays(1), VIEWS)).isEqualTo(new Failed(new Outage(Outage.Kind.INVALID)));
    }

    @Test
    void readsParts() {
        var split = total("follows_and_unfollows", "follow_type");
        meta.on(
                INSIGHTS,
                "{\"data\":[{\"name\":\"follows_and_unfollows\",\"total_value\":{\"breakdowns\":[{"
                    + "\"dimension_keys\":[\"follow_type\"],\"results\":[{\"dimension_values\":[\"FOLLOWER\"],\"value\":12},"
                    + "{\"dimension_values\":[\"NON_FOLLOWER\"],\"value\":3}]}]}}]}");
        assertThat(measure(Duration.ofDays(1), split)).isInstanceOfSatisfying(Measured.class, measured -> {
            var reading = measured.readings().getFirst();
            assertThat(reading.value()).isNull();
            assertThat(reading.slices())
                    .extracting(slice -> slice.dimensions().get("follow_type"))
                    .containsExactly("FOLLOWER", "NON_FOLLOWER");
        });
        assertThat(meta.onlyAsked().get("breakdown")).isEqualTo("follow_type");
    }

    @Test
    void asksDemographicsForATimeframeInsteadOfAWindow() {
        var byCountry = total("follower_demographics", "country");
        meta.on(
                INSIGHTS,
                "{\"data\":[{\"name\":\"follower_demographics\",\"period\":\"lifetime\",\"total_value\":{"
                        + "\"breakdowns\":[{\"dimension_keys\":[\"timeframe\",\"country\"],\"results\":["
                        + "{\"dimension_values\":[\"THIS_MONTH\",\"DE\"],\"value\":4}]}]}}]}");
        assertThat(measure(Duration.ofDays(400), byCountry)).isInstanceOfSatisfying(Measured.class, measured -> {
            assertThat(measured.readings()).hasSize(1);
            assertThat(measured.readings().getFirst().span()).isEqualTo(new Reading.Span.Lifetime());
        });
        var asked = meta.onlyAsked();
        assertThat(asked.parameters()).doesNotContainKeys("since", "until").containsEntry("timeframe", "this_month");
    }

    @Test
    void readsHours() {
        meta.on(
                INSIGHTS,
                "{\"data\":[{\"name\":\"online_followers\",\"values\":[{\"value\":{\"0\":7,\"23\":0},"
                    + "\"end_time\":\"2026-11-21T08:00:00+0000\"},{\"value\":{},\"end_time\":\"2026-11-22T08:00:00+0000\"}]}]}");
        assertThat(measure(Duration.ofDays(2), series("online_followers")))
                .isInstanceOfSatisfying(Measured.class, measured -> {
                    assertThat(measured.readings()).hasSize(1);
                    assertThat(measured.readings().getFirst().slices())
                            .extracting(slice -> slice.dimensions().get("hour"))
                            .containsExactly("0", "23");
                });
    }

    @Test
    void asksForNothingThatMetaDoesNotHave() {
        var old = new Window(NOW.minus(Duration.ofDays(90)), NOW.minus(Duration.ofDays(40)));
        var unsplit = total("follower_demographics", null);
        var wrongShape = total("follower_count", null);
        var wrongPart = total("reach", "country");
        var unknown = total("impressions", null);
        var count = series("follower_count");
        var answers =
                insights.account(RawAccount.INSTAGRAM, Set.of(unsplit, wrongShape, wrongPart, unknown, count), old);
        assertThat(answers)
                .containsEntry(unsplit, new Missing(Gap.NOT_OFFERED))
                .containsEntry(wrongShape, new Missing(Gap.NOT_OFFERED))
                .containsEntry(wrongPart, new Missing(Gap.NOT_OFFERED))
                .containsEntry(unknown, new Missing(Gap.UNKNOWN_METRIC))
                .containsEntry(count, new Missing(Gap.TOO_OLD));
        assertThat(meta.asked()).isEmpty();
    }

    @Test
    void asksOnlyAsFarBackAsMetaKeeps() {
        meta.on(INSIGHTS, "{\"data\":[]}");
        measure(Duration.ofDays(90), series("follower_count"));
        assertThat(meta.onlyAsked().get("since"))
                .isEqualTo(Long.toString(NOW.minus(Duration.ofDays(30)).getEpochSecond()));
    }

    private Measurement measure(Duration back, MetricQuery query) {
        return measure(back, Set.of(query)).getOrDefault(query, new Missing(Gap.UNKNOWN_METRIC));
    }

    private Map<MetricQuery, Measurement> measure(Duration back, Set<MetricQuery> queries) {
        return insights.account(RawAccount.INSTAGRAM, queries, new Window(NOW.minus(back), NOW));
    }

    private static MetricQuery series(String metric) {
        return new MetricQuery(new Metric(metric), Shape.SERIES, null);
    }

    private static MetricQuery total(String metric, @Nullable String breakdown) {
        return new MetricQuery(new Metric(metric), Shape.TOTAL, breakdown == null ? null : new Breakdown(breakdown));
    }

    private static String reach(String day, int people, String other, int others) {
        return "200 {\"data\":[{\"name\":\"reach\",\"period\":\"day\",\"values\":[" + value(other, others) + ","
                + value(day, people) + "]}],\"paging\":{\"next\":\"https://graph.example/beyond\"}}";
    }

    private static String value(String day, int people) {
        return "{\"value\":" + people + ",\"end_time\":\"" + day + "T08:00:00+0000\"}";
    }

    private static String totals(String metric, int value) {
        return "{\"data\":[{\"name\":\"" + metric + "\",\"period\":\"day\",\"total_value\":{\"value\":" + value
                + "}}]}";
    }
}
