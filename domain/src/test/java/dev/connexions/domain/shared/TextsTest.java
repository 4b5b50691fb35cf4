package dev.connexions.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "boulangerie-lyon-3",
                "l’été à Évian",
                "two words",
                "no\u00a0break inside",
                "東京",
                "שלום",
                "🍰",
                "👍🏽",
                "'; drop table x; --",
                "${jndi:ldap://x}",
                "<script>",
                "\\u0000",
                "ı",
                "İ",
            })
    void keepsALineAsItIs(String text) {
        assertThat(Texts.line("a key", text, 64)).isEqualTo(text);
    }

    @Test
    void composesWhatWasTypedInParts() {
        assertThat(Texts.line("a key", "e\u0301te\u0301", 3)).isEqualTo("été");
        assertThat(Texts.line("a key", "\u212b", 1)).isEqualTo("\u00c5");
    }

    @Test
    void countsCodePoints() {
        assertThat(Texts.line("a key", "🍰".repeat(8), 8)).hasSize(16);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Texts.line("a key", "🍰".repeat(9), 8))
                .withMessage("a key has 1 to 8 characters");
    }

    @Test
    void refusesNothingAtAll() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Texts.line("a key", "", 8))
                .withMessage("a key has 1 to 8 characters");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ", "\t", "\u00a0", " a", "a ", "a\n", "\ta", "\u00a0a", "a\u00a0", "\u2003a", "a\u3000", "a\u2028"
            })
    void refusesWhiteSpaceAtTheEnds(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Texts.line("a key", text, 64))
                .withMessage("a key neither begins nor ends with white space");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // controls
                "a\u0000b",
                "a\nb",
                "a\r\nb",
                "a\tb",
                "a\u001b[31mb",
                "a\u007fb",
                "a\u0085b",
                // bidirectional overrides, embeddings, isolates, marks
                "a\u202eb",
                "a\u202ab",
                "a\u2066b",
                "a\u200eb",
                "a\u061cb",
                // zero width, byte order mark, soft hyphen
                "a\u200bb",
                "a\u200db",
                "a\u2060b",
                "\ufeffa",
                "a\u00adb",
                // tags
                "a\udb40\udc41b",
                // separators of lines and paragraphs
                "a\u2028b",
                "a\u2029b",
                // never characters
                "a\uffffb",
                "a\ufdd0b",
            })
    void refusesWhatDoesNotPrint(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Texts.line("a key", text, 64))
                .withMessage("a key holds no control or formatting characters");
    }

    @Test
    void refusesHalfACharacter() {
        for (var half : new char[] {'\ud83c', '\udf70'}) {
            for (var text : new String[] {"" + half, "a" + half, half + "a", "a" + half + "b"}) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> Texts.line("a key", text, 64))
                        .withMessage("a key holds no control or formatting characters");
            }
        }
    }
}
