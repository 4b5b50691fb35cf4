package dev.connexions.domain.connexion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScopesTest {

    @Test
    void areSortedAndEachOnce() {
        assertThat(Scopes.of(List.of("b", "a", "b")).names()).containsExactly("a", "b");
        assertThat(Scopes.of(List.of("b", "a"))).isEqualTo(Scopes.of(List.of("a", "b")));
        assertThat(Scopes.of(List.of())).isEqualTo(Scopes.NONE);
    }

    @Test
    void areSortedHoweverTheyCame() {
        var backwards = new TreeSet<String>(Comparator.reverseOrder());
        backwards.addAll(List.of("a", "b"));
        assertThat(new Scopes(backwards).names()).containsExactly("a", "b");
        var careless = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        careless.add("a");
        assertThat(new Scopes(careless).contains("A")).isFalse();
    }

    @Test
    void doNotChange() {
        var names = new TreeSet<>(List.of("a"));
        var scopes = new Scopes(names);
        names.add("b");
        assertThat(scopes.names()).containsExactly("a");
        assertThatThrownBy(() -> scopes.names().add("c")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void tellWhatIsMissing() {
        var asked = Scopes.of(List.of("a", "b", "c"));
        assertThat(asked.without(Scopes.of(List.of("b", "x")))).isEqualTo(Scopes.of(List.of("a", "c")));
        assertThat(asked.without(Scopes.NONE)).isEqualTo(asked);
        assertThat(asked.without(asked)).isEqualTo(Scopes.NONE);
        assertThat(asked.contains("a")).isTrue();
        assertThat(asked.contains("x")).isFalse();
        var link = Samples.link(LoginProduct.INSTAGRAM, Scopes.of(List.of("instagram_business_basic")));
        assertThat(link.missing())
                .isEqualTo(Scopes.of(List.of(
                        "instagram_business_content_publish",
                        "instagram_business_manage_comments",
                        "instagram_business_manage_insights")));
    }

    @ParameterizedTest
    @EnumSource
    void areAskedForByProduct(LoginProduct product) {
        var all = ScopeCatalogue.all(product);
        var needed = ScopeCatalogue.needed(product);
        assertThat(all.names()).hasSize(3 + needed.names().size()).containsAll(needed.names());
        assertThat(needed.contains(ScopeCatalogue.profile(product))).isTrue();
        assertThat(ScopeCatalogue.known(product).names()).containsAll(all.names());
        for (var capability : Capability.values()) {
            assertThat(all.contains(ScopeCatalogue.opens(product, capability))).isTrue();
        }
    }

    @Test
    void areAskedForOnDemandWhereAnAppNeedsLeaveForThem() {
        var portfolio = "business_management";
        assertThat(ScopeCatalogue.known(LoginProduct.FACEBOOK).contains(portfolio))
                .isTrue();
        assertThat(ScopeCatalogue.all(LoginProduct.FACEBOOK).contains(portfolio))
                .isFalse();
    }
}
