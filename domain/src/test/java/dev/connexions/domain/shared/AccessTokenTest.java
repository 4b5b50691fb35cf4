package dev.connexions.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTokenTest {

    private static final String SECRET = "IGAAcanary4711";

    @Test
    void printsNothingOfItself() {
        record Holder(AccessToken token) {}
        var token = new AccessToken(SECRET);
        assertThat(token).hasToString("***");
        assertThat(new Holder(token).toString()).doesNotContain(SECRET);
        assertThat("%s".formatted(token)).isEqualTo("***");
        assertThat(token.hashCode()).isEqualTo(new AccessToken("x").hashCode());
    }

    @Test
    void revealsItselfToWhoAsks() {
        assertThat(new AccessToken(SECRET).reveal()).isEqualTo(SECRET);
    }

    @Test
    void equalsTheSameSecretOnly() {
        assertThat(new AccessToken(SECRET)).isEqualTo(new AccessToken(SECRET));
        assertThat(new AccessToken(SECRET)).hasSameHashCodeAs(new AccessToken(SECRET));
        assertThat(new AccessToken(SECRET)).isNotEqualTo(new AccessToken(SECRET + "x"));
        assertThat(new AccessToken(SECRET)).isNotEqualTo(new AccessToken("IGAAcanary4712"));
        assertThat(new AccessToken(SECRET)).isNotEqualTo(SECRET);
    }

    @Test
    void hasUpTo4096Characters() {
        assertThat(new AccessToken("x".repeat(4096)).reveal()).hasSize(4096);
        assertThatIllegalArgumentException().isThrownBy(() -> new AccessToken("x".repeat(4097)));
        assertThat(new AccessToken("!").reveal()).isEqualTo("!");
        assertThat(new AccessToken("~").reveal()).isEqualTo("~");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a\n", "\ta", "a\u007f", "a\u0000b", "é", "ａ", "🍰", "a\u200b"})
    void isVisibleAscii(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AccessToken(value))
                .withMessage("an access token is 1 to 4096 visible ASCII characters");
    }
}
