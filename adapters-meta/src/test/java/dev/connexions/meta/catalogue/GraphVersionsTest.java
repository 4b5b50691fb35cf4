package dev.connexions.meta.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connexions.meta.catalogue.GraphVersions.Standing;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GraphVersionsTest {

    private static final Instant TODAY = Instant.parse("2026-11-27T22:00:00Z");

    private final GraphVersions versions = GraphVersions.load();

    @Test
    void namesTheNewest() {
        assertThat(versions.newest()).isEqualTo("v26.0");
        assertThat(versions.of(versions.newest(), TODAY)).isEqualTo(new Standing.Living());
    }

    @Test
    void countsTheDaysThatAreLeft() {
        assertThat(versions.of("v25.0", TODAY)).isEqualTo(new Standing.Living());
        assertThat(versions.of("v21.0", TODAY)).isEqualTo(new Standing.Ending(55));
        assertThat(versions.of("v21.0", Instant.parse("2027-01-20T23:59:59Z"))).isEqualTo(new Standing.Ending(1));
        assertThat(versions.of("v21.0", Instant.parse("2027-01-21T00:00:00Z")))
                .isEqualTo(new Standing.Retired(LocalDate.parse("2027-01-21")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"v27.0", "v1.0", "26.0", ""})
    void knowsNoOther(String name) {
        assertThat(versions.of(name, TODAY)).isEqualTo(new Standing.Unknown());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":\"26\",\"introduced\":\"2026-07-29\"}",
                "{\"name\":\"v26.0\"}",
                "{\"name\":\"v26.0\",\"introduced\":\"29 July\"}",
                "{\"name\":\"v26.0\",\"introduced\":\"2026-07-29\",\"ends\":null}",
                "{\"name\":\"v26.0\",\"introduced\":\"2026-07-29\",\"ends\":\"2026-07-29\"}",
                "{\"name\":\"v26.0\",\"introduced\":\"2026-07-29\",\"end\":\"2026-08-29\"}",
                "{\"name\":\"v26.0\",\"introduced\":\"2026-07-29\"},{\"name\":\"v26.0\",\"introduced\":\"2026-07-29\"}",
                ""
            })
    void refusesAFileThatIsNotInOrder(String entries) {
        var file = "{\"version\":\"2026-10-05\",\"sources\":[],\"versions\":[" + entries + "]}";
        assertThatThrownBy(() -> GraphVersions.read(CatalogueFile.of("versions.json", file.getBytes(UTF_8))))
                .isInstanceOf(CatalogueException.class)
                .hasMessageStartingWith("versions.json: ");
    }
}
