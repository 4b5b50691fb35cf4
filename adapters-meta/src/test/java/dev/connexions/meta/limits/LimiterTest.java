package dev.connexions.meta.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.domain.connexion.LoginProduct;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LimiterTest {

    private static final LoginProduct PRODUCT = LoginProduct.FACEBOOK;

    private final Limiter limiter = new Limiter(100);
    private Instant now = Instant.parse("2026-11-27T22:00:00Z");

    @Test
    void holdsBackOneAccountWithoutTheOthers() {
        assertThat(note("1", Verdict.SUBJECT_THROTTLED, Map.of())).isEqualTo(now.plus(Gate.PROBE_EVERY));
        assertThat(refusal("1")).isEqualTo(now.plus(Gate.PROBE_EVERY));
        assertThat(refusal("2")).isNull();
        assertThat(refusal(null)).isNull();
    }

    @Test
    void holdsBackEverybodyWhenTheAppAsksTooMuch() {
        note("1", Verdict.APP_THROTTLED, Map.of("retry-after", "600"));
        assertThat(refusal("1")).isEqualTo(now.plusSeconds(600));
        assertThat(refusal("2")).isEqualTo(now.plusSeconds(600));
        assertThat(refusal(null)).isEqualTo(now.plusSeconds(600));
        assertThat(limiter.refusal(new Asked(LoginProduct.INSTAGRAM, null, now)))
                .isNull();
    }

    @Test
    void waitsAsLongAsMetaSays() {
        assertThat(note("1", Verdict.SUBJECT_THROTTLED, regain("1", 5))).isEqualTo(now.plus(Duration.ofMinutes(5)));
        pass(Duration.ofMinutes(5));
        assertThat(refusal("1")).isNull();
        assertThat(refusal("1")).isEqualTo(now.plus(Gate.PROBE_EVERY));
        note("1", Verdict.PASSED, Map.of());
        pass(Duration.ofMillis(1));
        note("1", Verdict.PASSED, Map.of());
        assertThat(refusal("1")).isNull();
    }

    @Test
    void takesWhatIsSaidOfTheBusinessForTheAccountThatWasAskedAbout() {
        note("1", Verdict.PASSED, regain("9000", 5));
        assertThat(refusal("1")).isEqualTo(now.plus(Duration.ofMinutes(5)));
        assertThat(refusal("9000")).isEqualTo(now.plus(Duration.ofMinutes(5)));
        assertThat(refusal("2")).isNull();
    }

    @Test
    void staysClosedWhileMetaIsSilent() {
        note("1", Verdict.SUBJECT_THROTTLED, Map.of());
        pass(Gate.PROBE_EVERY);
        assertThat(refusal("1")).isNull();
        pass(Duration.ofSeconds(1));
        note("1", Verdict.SILENT, Map.of());
        assertThat(refusal("1")).isNotNull();
    }

    @Test
    void saysWhatItKnowsAndSinceWhen() {
        var seen = now;
        note("1", Verdict.PASSED, Map.of("x-app-usage", "{\"call_count\":28}"));
        pass(Duration.ofMinutes(3));
        assertThat(limiter.usage(PRODUCT, null, now)).isEqualTo(new Usage(28, seen, null));
        assertThat(limiter.usage(PRODUCT, "1", now)).isEqualTo(Usage.UNKNOWN);
        assertThat(limiter.usage(PRODUCT, "never heard of", now)).isEqualTo(Usage.UNKNOWN);
    }

    @Test
    void cannotHoldBackWhoeverIsNotNamed() {
        assertThat(note(null, Verdict.SUBJECT_THROTTLED, Map.of("retry-after", "60")))
                .isEqualTo(now.plusSeconds(60));
        assertThat(note(null, Verdict.SUBJECT_THROTTLED, Map.of())).isNull();
        assertThat(refusal(null)).isNull();
    }

    @Test
    void remembersNoMoreThanItMust() {
        for (var i = 0; i < 1000; i++) {
            note("a" + i, Verdict.PASSED, Map.of("x-business-use-case-usage", use("a" + i)));
        }
        assertThat(limiter.usage(PRODUCT, "a0", now)).isEqualTo(Usage.UNKNOWN);
        assertThat(limiter.usage(PRODUCT, "a999", now).percent()).isEqualTo(7);
        assertThat(limiter.ignored()).isZero();
    }

    @Test
    void countsWhatMakesNoSense() {
        note("1", Verdict.PASSED, Map.of("x-app-usage", "{\"call_count\":101}"));
        assertThat(limiter.ignored()).isEqualTo(1);
        assertThat(refusal("1")).isNull();
    }

    private static String use(String id) {
        return "{\"" + id + "\":[{\"type\":\"instagram\",\"call_count\":7}]}";
    }

    private static Map<String, String> regain(String id, int minutes) {
        return Map.of(
                "x-business-use-case-usage",
                "{\"" + id + "\":[{\"type\":\"instagram\",\"estimated_time_to_regain_access\":" + minutes + "}]}");
    }

    private @Nullable Instant refusal(@Nullable String id) {
        return limiter.refusal(new Asked(PRODUCT, id, now));
    }

    private @Nullable Instant note(@Nullable String id, Verdict verdict, Map<String, String> headers) {
        return limiter.note(new Asked(PRODUCT, id, now), verdict, name -> Optional.ofNullable(headers.get(name)), now);
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }
}
