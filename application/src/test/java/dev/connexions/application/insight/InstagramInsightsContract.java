package dev.connexions.application.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.application.insight.InstagramInsights.Subject;
import dev.connexions.application.insight.MetricQuery.Shape;
import dev.connexions.application.shared.MetaFailure;
import dev.connexions.application.shared.MetaPortContract;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.insight.Gap;
import dev.connexions.domain.insight.Metric;
import dev.connexions.domain.insight.Reading;
import dev.connexions.domain.insight.Window;
import dev.connexions.domain.media.MediaId;
import dev.connexions.domain.media.MediaSurface;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link InstagramInsights} promises of an account that reached somebody on each of the last days. */
public interface InstagramInsightsContract extends MetaPortContract {

    Metric REACH = new Metric("reach");
    Metric NEVER_HEARD_OF = new Metric("sentiment_of_bread");
    MetricQuery DAILY_REACH = new MetricQuery(REACH, Shape.SERIES, null);

    InstagramInsights insights();

    /** The time that Meta's answers are about. */
    Instant now();

    /** A post in the feed that somebody saw; another one each time. */
    MediaId seenPost();

    @Test
    default void offersWhatBothProductsHave() {
        for (var product : LoginProduct.values()) {
            assertThat(insights().ofAccounts(product)).contains(DAILY_REACH);
            for (var surface : Set.of(MediaSurface.FEED, MediaSurface.REELS, MediaSurface.STORY)) {
                assertThat(insights().ofMedia(product, surface)).contains(REACH);
            }
        }
    }

    @Test
    default void measuresDays() {
        var window = lastDays(40);
        var answer = insights().account(access(), Set.of(DAILY_REACH), window);
        assertThat(answer).containsOnlyKeys(DAILY_REACH);
        assertThat(answer.get(DAILY_REACH)).isInstanceOfSatisfying(Measurement.Measured.class, measured -> {
            assertThat(measured.interruptedBy()).isNull();
            var ends = measured.readings().stream()
                    .map(reading -> ((Reading.Span.Ending) reading.span()).end())
                    .toList();
            assertThat(ends).isSorted().doesNotHaveDuplicates();
            assertThat(measured.readings())
                    .allSatisfy(reading -> assertThat(reading.value()).isGreaterThanOrEqualTo(BigDecimal.ZERO));
        });
    }

    @Test
    default void answersExactlyWhatIsAskedEachForItself() {
        var unknown = new MetricQuery(NEVER_HEARD_OF, Shape.TOTAL, null);
        var answer = insights().account(access(), Set.of(unknown, DAILY_REACH), lastDays(10));
        assertThat(answer).containsOnlyKeys(unknown, DAILY_REACH);
        assertThat(answer.get(unknown)).isEqualTo(new Measurement.Missing(Gap.UNKNOWN_METRIC));
        assertThat(answer.get(DAILY_REACH)).isInstanceOf(Measurement.Measured.class);
    }

    @Test
    default void measuresMediaEachForItself() {
        var seen = seenPost();
        var subjects = new ArrayList<Subject>();
        subjects.add(new Subject(new MediaId("17950000000000000"), MediaSurface.FEED));
        subjects.add(new Subject(seen, MediaSurface.FEED));
        var answer = insights().media(access(), subjects, Set.of(REACH, NEVER_HEARD_OF));
        assertThat(answer.keySet()).containsExactly(subjects.getFirst().media(), seen);
        assertThat(answer.values())
                .allSatisfy(measurements -> assertThat(measurements).containsOnlyKeys(REACH, NEVER_HEARD_OF))
                .allSatisfy(measurements -> assertThat(measurements)
                        .containsEntry(NEVER_HEARD_OF, new Measurement.Missing(Gap.UNKNOWN_METRIC)));
        assertThat(reach(answer, seen)).isInstanceOfSatisfying(Measurement.Measured.class, measured -> {
            assertThat(measured.readings()).hasSize(1);
            assertThat(measured.readings().getFirst().value()).isPositive();
            assertThat(measured.readings().getFirst().span()).isEqualTo(new Reading.Span.Lifetime());
        });
        assertThat(reach(answer, subjects.getFirst().media())).isNotInstanceOf(Measurement.Measured.class);
    }

    @Test
    default void answersNothingToNothing() {
        assertThat(insights().account(access(), Set.of(), lastDays(1))).isEmpty();
        assertThat(insights().media(access(), List.of(), Set.of(REACH))).isEmpty();
    }

    @Test
    default void saysThatTheTokenIsRefused() {
        var subject = new Subject(seenPost(), MediaSurface.FEED);
        revoke();
        assertThat(insights()
                        .account(access(), Set.of(DAILY_REACH), lastDays(2))
                        .get(DAILY_REACH))
                .isInstanceOfSatisfying(
                        Measurement.Failed.class,
                        failed -> assertThat(failed.why()).isInstanceOf(MetaFailure.TokenInvalid.class));
        var media = insights().media(access(), List.of(subject), Set.of(REACH));
        assertThat(reach(media, subject.media())).isInstanceOf(Measurement.Failed.class);
    }

    @Test
    default void takesAnOutageForNoValue() {
        var subject = new Subject(seenPost(), MediaSurface.FEED);
        breakUpstream();
        assertThat(insights()
                        .account(access(), Set.of(DAILY_REACH), lastDays(2))
                        .get(DAILY_REACH))
                .isInstanceOf(Measurement.Failed.class);
        var media = insights().media(access(), List.of(subject), Set.of(REACH));
        assertThat(reach(media, subject.media())).isInstanceOf(Measurement.Failed.class);
    }

    private static @Nullable Measurement reach(Map<MediaId, Map<Metric, Measurement>> answer, MediaId media) {
        return answer.getOrDefault(media, Map.of()).get(REACH);
    }

    private Window lastDays(int days) {
        return new Window(now().minus(Duration.ofDays(days)), now());
    }
}
