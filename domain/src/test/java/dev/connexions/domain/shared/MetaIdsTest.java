package dev.connexions.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetaIdsTest {

    @ParameterizedTest
    @ValueSource(strings = {"0", "17841400000000001", "12345678901234567890123456789012"})
    void takesDigits(String id) {
        assertThat(MetaIds.checked("an id", id)).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "me",
                "-1",
                "1.0",
                "17841/insights",
                "..",
                "1?fields=id",
                "1\n",
                "١٢",
                "123456789012345678901234567890123"
            })
    void takesNothingThatCouldChangeAPath(String id) {
        assertThatThrownBy(() -> MetaIds.checked("an id", id))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("an id is 1 to 32 digits");
    }
}
