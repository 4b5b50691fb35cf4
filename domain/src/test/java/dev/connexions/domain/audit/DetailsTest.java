package dev.connexions.domain.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connexions.domain.audit.Details.Difference;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DetailsTest {

    @Test
    void areSortedByMember() {
        var details = Details.NONE.and("b", null, "1").and("a", "2", null);
        assertThat(details.changes().keySet()).containsExactly("a", "b");
        assertThat(details)
                .isEqualTo(Details.of(Map.of("b", new Difference(null, "1"), "a", new Difference("2", null))));
    }

    @Test
    void areSortedHoweverTheyCame() {
        var backwards = new TreeMap<String, Difference>(Comparator.reverseOrder());
        backwards.put("a", new Difference(null, "1"));
        backwards.put("b", new Difference(null, "2"));
        assertThat(new Details(backwards).changes().keySet()).containsExactly("a", "b");
    }

    @Test
    void doNotChange() {
        var changes = new HashMap<String, Difference>();
        var details = Details.of(changes);
        changes.put("a", new Difference(null, "1"));
        assertThat(details).isEqualTo(Details.NONE);
        assertThatThrownBy(() -> details.changes().clear()).isInstanceOf(UnsupportedOperationException.class);
        details.and("a", null, "1");
        assertThat(details.changes()).isEmpty();
    }
}
