package dev.connexions.application.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connexions.application.shared.MetaFailure.Evidence;
import dev.connexions.application.shared.MetaFailure.Outage;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class MetaFailureTest {

    private static final Evidence EXPIRED = new Evidence(190, 463);
    private static final Evidence PLAIN = new Evidence(10, null);

    static Stream<Arguments> failures() {
        var throttled = new MetaFailure.ThrottledUntil(Instant.parse("2026-11-27T23:00:00Z"), new Evidence(4, 2207051));
        return Stream.of(
                Arguments.of(
                        new MetaFailure.TokenInvalid("token_expired", EXPIRED),
                        "Meta refused the token (token_expired): code 190/463"),
                Arguments.of(
                        new MetaFailure.PermissionMissing("permission_missing", PLAIN),
                        "Meta misses a permission (permission_missing): code 10"),
                Arguments.of(
                        new MetaFailure.Checkpoint("checkpoint", PLAIN),
                        "Meta wants the account's owner to act (checkpoint): code 10"),
                Arguments.of(throttled, "Meta throttles us until 2026-11-27T23:00:00Z: code 4/2207051"),
                Arguments.of(new MetaFailure.ThrottledUntil(null, null), "Meta throttles us"),
                Arguments.of(new MetaFailure.Transient("busy", PLAIN), "Meta could not, this time (busy): code 10"),
                Arguments.of(
                        new MetaFailure.Rejected("caption_too_long", PLAIN),
                        "Meta refused (caption_too_long): code 10"),
                Arguments.of(
                        new MetaFailure.Ambiguous(new Outage(Outage.Kind.TIMEOUT)),
                        "It may have been done all the same. Meta did not answer in time"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void saysItInWords(MetaFailure failure, String words) {
        assertThat(failure.summary()).isEqualTo(words);
    }

    @ParameterizedTest
    @EnumSource(Outage.Kind.class)
    void tellsOutagesApart(Outage.Kind kind) {
        assertThat(new Outage(kind).summary()).startsWith("Meta");
        assertThat(kind.code()).isEqualTo(kind.name().toLowerCase(Locale.ROOT));
    }

    @Test
    void doubtsOnce() {
        var doubt = new MetaFailure.Ambiguous(new Outage(Outage.Kind.FAILED));
        assertThatThrownBy(() -> new MetaFailure.Ambiguous(doubt)).isInstanceOf(IllegalArgumentException.class);
    }
}
