package dev.connexions.meta.sandbox.insights;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CatalogueTest {

    private static final Instant AUTUMN = Instant.parse("2026-10-05T00:00:00Z");

    @Test
    void isWholeInItself() {
        assertThat(Catalogue.CURRENT.revision()).isEqualTo("2026-10-05");
        assertThat(Catalogue.CURRENT.metrics()).hasSizeGreaterThan(45).allSatisfy(metric -> {
            assertThat(metric.hosts()).isSubsetOf("facebook", "instagram").isNotEmpty();
            assertThat(metric.breakdowns())
                    .allSatisfy(
                            name -> assertThat(Catalogue.CURRENT.values(name)).isNotEmpty());
            assertThat(metric.periods()).isSubsetOf("day", "week", "days_28", "lifetime");
            assertThat(metric.products()).isSubsetOf("FEED", "REELS", "STORY");
            assertThat(metric.level() == Level.MEDIA)
                    .isEqualTo(!metric.products().isEmpty());
            assertThat(metric.level() == Level.ACCOUNT)
                    .isEqualTo(!metric.types().isEmpty());
        });
    }

    @Test
    void namesEachMetricOnceForALevel() {
        for (var level : Level.values()) {
            assertThat(Catalogue.CURRENT.known(level, "facebook", AUTUMN, Set.of()))
                    .extracting(Metric::name)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void keepsTheLoginsApart() {
        assertThat(Catalogue.CURRENT.find(Level.MEDIA, "facebook", "link_clicks", AUTUMN, Set.of()))
                .isPresent();
        assertThat(Catalogue.CURRENT.find(Level.MEDIA, "instagram", "link_clicks", AUTUMN, Set.of()))
                .isEmpty();
        assertThat(Catalogue.CURRENT.find(Level.MEDIA, "facebook", "link_clicks", AUTUMN, Set.of("link_clicks")))
                .isEmpty();
    }
}
