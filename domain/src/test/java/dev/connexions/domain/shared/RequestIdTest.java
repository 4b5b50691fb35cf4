package dev.connexions.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestIdTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "Z", "0", "a.b_c:d-E9", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"})
    void takesSaneCharacters(String value) {
        assertThat(RequestId.parse(value)).contains(new RequestId(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a\n", "a\r\nX: y", "é", "a/b", "a;b", "\"a\"", "a\u0000", "ı", "a\u200b"})
    void refusesAnyOther(String value) {
        assertThat(RequestId.parse(value)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new RequestId(value));
    }

    @Test
    void hasUpTo128Characters() {
        assertThat(RequestId.parse("x".repeat(128))).isPresent();
        assertThat(RequestId.parse("x".repeat(129))).isEmpty();
    }

    @Test
    void isOfUseWhenNobodySentOne() {
        assertThat(RequestId.random()).isNotEqualTo(RequestId.random());
    }

    @Test
    void makesAnAttemptThatNobodyElseHas() {
        var id = new RequestId("a.b");
        assertThat(id.attempt().value()).matches("a\\.b:[0-9a-f-]{36}");
        assertThat(id.attempt()).isNotEqualTo(id.attempt());
        var longest = new RequestId("x".repeat(128));
        assertThat(longest.attempt().value()).hasSize(128).startsWith("x".repeat(91) + ":");
    }
}
