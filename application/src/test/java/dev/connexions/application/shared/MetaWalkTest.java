package dev.connexions.application.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetaWalkTest {

    private static final MetaFailure BUSY = new MetaFailure.Transient("busy", new MetaFailure.Evidence(2, null));

    @Test
    void goesToTheEnd() {
        assertThat(walk(List.of(page("a", 1, "x"), page("b", 2, "y"), page("c", 0, null))))
                .isEqualTo(new MetaWalk<>(List.of("a", "b", "c"), 3, null));
    }

    @Test
    void goesOnBehindAnEmptyPage() {
        var empty = new MetaPage.Loaded<String>(List.of(), 0, new PageCursor("y"));
        assertThat(walk(List.of(page("a", 0, "x"), empty, page("c", 0, null))).items())
                .containsExactly("a", "c");
    }

    @Test
    void keepsWhatItReadBeforeAFailure() {
        assertThat(walk(List.of(page("a", 1, "x"), new MetaPage.Failed<>(BUSY))))
                .isEqualTo(new MetaWalk<>(List.of("a"), 1, BUSY));
    }

    @Test
    void leavesARoundabout() {
        assertThat(walk(List.of(page("a", 0, "x"), page("b", 0, "x"))).items()).containsExactly("a", "b");
    }

    @Test
    void asksForAsMuchAsThereMayBe() {
        assertThat(PageOf.first(100).size()).isEqualTo(100);
        assertThatThrownBy(() -> PageOf.first(101)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PageOf.first(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "é", "a\n"})
    void takesNoCursorThatCouldBeNone(String cursor) {
        assertThatThrownBy(() -> new PageCursor(cursor)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void takesACursorOfSomeLength() {
        assertThat(new PageCursor("a".repeat(4096)).value()).hasSize(4096);
        assertThatThrownBy(() -> new PageCursor("a".repeat(4097))).isInstanceOf(IllegalArgumentException.class);
    }

    private static MetaWalk<String> walk(List<MetaPage<String>> pages) {
        var left = new ArrayDeque<>(pages);
        return MetaWalk.toTheEnd(page -> left.remove());
    }

    private static MetaPage<String> page(String item, int unreadable, @Nullable String next) {
        return new MetaPage.Loaded<>(List.of(item), unreadable, next == null ? null : new PageCursor(next));
    }
}
