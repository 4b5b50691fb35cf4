package dev.connexions.meta.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connexions.application.insight.MetricQuery;
import dev.connexions.application.insight.MetricQuery.Shape;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.insight.Breakdown;
import dev.connexions.domain.insight.Metric;
import dev.connexions.domain.media.MediaSurface;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetricsTest {

    private static final String REACH =
            "{\"metric\":\"reach\",\"period\":\"day\",\"shapes\":[\"series\"],\"breakdowns\":[\"follow_type\"]}";
    private static final String VIEWS = "{\"metric\":\"views\",\"surfaces\":[\"feed\"]}";

    private final Metrics metrics = Metrics.load();

    @ParameterizedTest
    @ValueSource(strings = {"impressions", "plays", "video_views", "email_contacts", "audience_city", "engagement"})
    void knowsNoneThatMetaRetired(String name) {
        var metric = new Metric(name);
        assertThat(metrics.ofAccounts(metric)).isEmpty();
        assertThat(metrics.ofMedia(metric)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "reach, SERIES, , true",
        "reach, TOTAL, follow_type, true",
        "reach, SERIES, follow_type, false",
        "reach, TOTAL, country, false",
        "views, SERIES, , false",
        "follows_and_unfollows, TOTAL, , false",
        "follows_and_unfollows, TOTAL, follow_type, true",
        "follower_demographics, TOTAL, age, true",
        "follower_demographics, TOTAL, , false"
    })
    void knowsHowEachIsAskedFor(String name, Shape shape, String breakdown, boolean taken) {
        var query = new MetricQuery(new Metric(name), shape, breakdown == null ? null : new Breakdown(breakdown));
        assertThat(metrics.ofAccounts(query.metric()))
                .hasValueSatisfying(metric -> assertThat(metric.takes(query)).isEqualTo(taken));
        assertThat(metrics.queries().contains(query)).isEqualTo(taken);
    }

    @ParameterizedTest
    @EnumSource(
            value = MediaSurface.class,
            names = {"FEED", "REELS", "STORY"})
    void givesFacebookLoginMore(MediaSurface surface) {
        var ofInstagram = metrics.ofMedia(LoginProduct.INSTAGRAM, surface);
        var ofFacebook = metrics.ofMedia(LoginProduct.FACEBOOK, surface);
        assertThat(ofFacebook).containsAll(ofInstagram).hasSizeGreaterThan(ofInstagram.size());
        assertThat(ofInstagram.stream().sorted().toList()).containsExactlyElementsOf(ofInstagram);
    }

    @Test
    void isReadWithoutMercy() {
        assertThat(read(REACH, VIEWS).queries()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"metric\":\"Reach\",\"period\":\"day\",\"shapes\":[\"series\"]}",
                "{\"metric\":\"reach\",\"period\":\"hour\",\"shapes\":[\"series\"]}",
                "{\"metric\":\"reach\",\"period\":\"day\",\"shapes\":[]}",
                "{\"metric\":\"reach\",\"period\":\"day\",\"shapes\":[\"circle\"]}",
                "{\"metric\":\"reach\",\"period\":\"day\",\"shapes\":[\"total\"],\"breakdowns\":[\"by city\"]}",
                "{\"metric\":\"reach\",\"period\":\"day\",\"shapes\":[\"total\"],\"flags\":[\"split_only\"]}",
                "{\"metric\":\"reach\",\"period\":\"day\",\"shapes\":[\"total\"],\"flags\":[\"red\"]}",
                "{\"metric\":\"reach\",\"period\":\"day\",\"shapes\":[\"total\"],\"days\":0}",
                "{\"metric\":\"reach\",\"period\":\"day\",\"shapes\":[\"total\"],\"since\":\"v22.0\"}",
                REACH + "," + REACH
            })
    void startsOnNoDamagedMetricOfAccounts(String account) {
        assertThatThrownBy(() -> read(account, VIEWS)).isInstanceOf(CatalogueException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"metric\":\"views\",\"surfaces\":[]}",
                "{\"metric\":\"views\",\"surfaces\":[\"wall\"]}",
                "{\"metric\":\"views\",\"surfaces\":[\"feed\"],\"products\":[\"myspace\"]}",
                "{\"metric\":\"views\",\"surfaces\":[\"feed\"],\"breakdown\":\"\"}",
                "{\"metric\":\"views\",\"surfaces\":[\"feed\"],\"breakdowns\":[\"x\"]}",
                VIEWS + "," + VIEWS
            })
    void startsOnNoDamagedMetricOfMedia(String media) {
        assertThatThrownBy(() -> read(REACH, media)).isInstanceOf(CatalogueException.class);
    }

    private static Metrics read(String account, String media) {
        var file = "{\"version\":\"2026-10-05\",\"sources\":[\"https://example.org\"],\"account\":[" + account
                + "],\"media\":[" + media + "]}";
        return Metrics.read(CatalogueFile.of("metrics.json", file.getBytes(UTF_8)));
    }
}
