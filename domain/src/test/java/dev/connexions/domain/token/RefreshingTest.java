package dev.connexions.domain.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.connexions.domain.token.Refreshing.Attempt;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RefreshingTest {

    private static final Instant AT = Instant.parse("2026-03-29T00:30:00.000001Z");

    @ParameterizedTest
    @EnumSource(RenewalFailure.class)
    void spellsEachResultOnce(RenewalFailure failure) {
        var attempt = new Attempt(AT, failure);
        assertThat(Attempt.of(AT, attempt.result())).isEqualTo(attempt);
    }

    @Test
    void knowsSuccessAndNoOtherWord() {
        assertThat(Attempt.of(AT, "renewed")).isEqualTo(new Attempt(AT, null));
        assertThatIllegalArgumentException().isThrownBy(() -> Attempt.of(AT, "Renewed"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Refreshing(AT, -1, null));
    }
}
