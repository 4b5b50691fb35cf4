package dev.connexions.domain.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingTest {

    private static final Reading.Span LIFETIME = new Reading.Span.Lifetime();

    @Test
    void tellsNothingFromZero() {
        assertThat(new Reading(LIFETIME, BigDecimal.ZERO, List.of()).value()).isZero();
        assertThatThrownBy(() -> new Reading(LIFETIME, null, List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void mayConsistOfPartsAlone() {
        var parts = List.of(new Slice(new LinkedHashMap<>(Map.of("follow_type", "FOLLOWER")), BigDecimal.TEN));
        assertThat(new Reading(LIFETIME, null, parts).slices()).isEqualTo(parts);
    }

    @Test
    void sliceKeepsTheOrderOfItsDimensions() {
        var dimensions = new LinkedHashMap<String, String>();
        dimensions.put("timeframe", "THIS_MONTH");
        dimensions.put("country", "DE");
        var slice = new Slice(dimensions, BigDecimal.ONE);
        dimensions.clear();
        assertThat(slice.dimensions().sequencedKeySet()).containsExactly("timeframe", "country");
        assertThatThrownBy(() -> new Slice(dimensions, BigDecimal.ONE)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Reach", "reach,views", "reach ", "1reach", "reach\n"})
    void takesNoNameThatIsNone(String name) {
        assertThatThrownBy(() -> new Metric(name)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Breakdown(name)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void sortsByName() {
        assertThat(new Metric("reach")).isLessThan(new Metric("views"));
        assertThat(new Breakdown("follow_type").name()).isEqualTo("follow_type");
    }
}
