package dev.connexions.domain.connexion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ConnexionKeyTest {

    @Test
    void isOneLineOfUpTo128Characters() {
        assertThat(ConnexionKey.chosen("boulangerie-lyon-3").value()).isEqualTo("boulangerie-lyon-3");
        assertThat(ConnexionKey.chosen("é".repeat(128)).value()).hasSize(128);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConnexionKey.chosen("é".repeat(129)))
                .withMessage("a key has 1 to 128 characters");
        assertThatIllegalArgumentException().isThrownBy(() -> ConnexionKey.chosen("a\u202eb"));
        assertThatIllegalArgumentException().isThrownBy(() -> ConnexionKey.chosen(" a"));
    }

    @Test
    void isTheSameHoweverItWasTyped() {
        assertThat(ConnexionKey.chosen("cafe\u0301")).isEqualTo(ConnexionKey.chosen("café"));
        assertThat(ConnexionKey.chosen("Café")).isNotEqualTo(ConnexionKey.chosen("café"));
    }

    @Test
    void isNotGuessableWhenGenerated() {
        assertThat(Stream.generate(ConnexionKey::generated).limit(1000).map(ConnexionKey::value))
                .doesNotHaveDuplicates()
                .allSatisfy(key -> assertThat(key).matches("igc_[a-z2-7]{26}"));
        // each of the 32 digits turns up: no bits are thrown away
        assertThat(Stream.generate(ConnexionKey::generated)
                        .limit(200)
                        .flatMapToInt(key -> key.value().substring(4).chars())
                        .distinct())
                .hasSize(32);
        assertThat(ConnexionKey.chosen(ConnexionKey.generated().value())).isNotNull();
    }

    @Test
    void mayBeAnythingWhenThePlatformWroteIt() {
        assertThat(new ConnexionKey(" \u202e").value()).isEqualTo(" \u202e");
    }
}
