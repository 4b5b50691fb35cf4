package dev.connexions.bootstrap.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetaKnowledgeTest {

    private static final Instant TODAY = Instant.parse("2026-11-27T12:00:00Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        v26.0 | GOOD | Graph version v26.0
        v21.0 | SOON | Graph version v21.0 lives for 55 more days; set CONNEXIONS_META_GRAPH_VERSION to one that
        v20.0 | BAD  | Graph version v20.0 is retired since 2026-09-24; set CONNEXIONS_META_GRAPH_VERSION to one that
        v99.0 | BAD  | Graph version v99.0 is none that is known; set CONNEXIONS_META_GRAPH_VERSION to one that
              | GOOD | Graph version v26.0
        """)
    void saysHowAVersionStands(@Nullable String version, MetaKnowledge.Verdict verdict, String text) {
        var known = MetaKnowledge.of(version, TODAY);
        assertThat(known.verdict()).isEqualTo(verdict);
        assertThat(known.text()).startsWith(text);
    }
}
