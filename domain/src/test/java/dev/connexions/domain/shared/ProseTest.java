package dev.connexions.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProseTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bonjour",
                "  two\r\nlines\tand a tab ",
                "👩‍👩‍👧‍👦 🇫🇷 e\u0301 \u202eright to left\u202c",
                "<script>'; drop table\\ ${jndi:x}"
            })
    void keepsWhatIsWritten(String text) {
        assertThat(Prose.checked("a text", text, 100)).isEqualTo(text);
    }

    @Test
    void countsCodePoints() {
        assertThat(Prose.checked("a text", "🍞".repeat(10), 10)).hasSize(20);
        assertThatThrownBy(() -> Prose.checked("a text", "🍞".repeat(11), 10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a text has 1 to 10 characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t", "a\u0000b", "a\u001bb", "a\u0085b", "a\ud83c", "\udf5ea"})
    void refusesWhatNobodyWrites(String text) {
        assertThatThrownBy(() -> Prose.checked("a text", text, 100)).isInstanceOf(IllegalArgumentException.class);
    }
}
