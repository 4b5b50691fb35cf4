package dev.connexions.domain.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaptionTest {

    @Test
    void countsCodePoints() {
        assertThat(new Caption("🍞".repeat(2200)).value()).hasSize(4400);
        refused("🍞".repeat(2201), "a caption has 1 to 2200 characters");
    }

    @Test
    void hasThirtyHashtags() {
        assertThat(new Caption("#été ".repeat(30)).value()).startsWith("#été");
        refused("#été ".repeat(31), "a caption has at most 30 hashtags");
    }

    @Test
    void hasTwentyMentions() {
        assertThat(new Caption("@bakery.north ".repeat(20)).value()).startsWith("@bakery");
        refused("(@bakery) ".repeat(21), "a caption has at most 20 mentions");
    }

    @ParameterizedTest
    @ValueSource(strings = {"C# ", "a#b ", "## ", "# ", "x@example.org ", "@ ", "@@ ", "&#39; "})
    void doesNotTakeEverySignForOne(String text) {
        assertThat(new Caption(text.repeat(40)).value()).isEqualTo(text.repeat(40));
    }

    @Test
    void isWritten() {
        refused(" \n", "a caption has 1 to 2200 characters");
        refused("a\u0000", "a caption holds no control characters and no half characters");
    }

    private static void refused(String text, String why) {
        assertThatThrownBy(() -> new Caption(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(why);
    }
}
