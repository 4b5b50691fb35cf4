package dev.connexions.meta.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignalReaderTest {

    private static final Instant NOW = Instant.parse("2026-11-27T22:00:00Z");

    private final SignalReader reader = new SignalReader();

    @Test
    void readsWhatMetaDocuments() {
        var signals = read(Map.of(
                "x-app-usage",
                "{\"call_count\":28,\"total_time\":25,\"total_cputime\":31}",
                "x-business-use-case-usage",
                "{\"17841400000000001\":[{\"type\":\"instagram\",\"call_count\":42,\"total_cputime\":11,"
                        + "\"total_time\":9,\"estimated_time_to_regain_access\":0}]}"));
        assertThat(signals)
                .isEqualTo(new Signals(
                        OptionalInt.of(31),
                        Map.of("17841400000000001", new Signals.Share(OptionalInt.of(42), null)),
                        null));
        assertThat(reader.ignored()).isZero();
    }

    @Test
    void takesTheWorstOfOurUsesAndTheLastOfAKeyThatIsThereTwice() {
        var signals = read(Map.of("x-business-use-case-usage", """
            {"1":[{"type":"instagram","call_count":99}],
             "1":[{"type":"pages","call_count":10,"estimated_time_to_regain_access":3},
                  {"type":"instagram","call_count":12,"estimated_time_to_regain_access":2},
                  {"type":"messenger","call_count":100,"estimated_time_to_regain_access":60}]}\
            """));
        assertThat(signals.others())
                .containsExactly(Map.entry("1", new Signals.Share(OptionalInt.of(12), Duration.ofMinutes(3))));
    }

    @Test
    void readsNothingFromSilence() {
        assertThat(read(Map.of())).isEqualTo(Signals.NONE);
        assertThat(reader.ignored()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "[]",
                "7",
                "{",
                "{\"call_count\":101}",
                "{\"call_count\":-1}",
                "{\"call_count\":\"28\"}",
                "{\"call_count\":28.5}",
                "{\"call_count\":null}",
                "{\"call_count\":99999999999999999999}",
                "{\"a\":[[[[[[[[[[[]]]]]]]]]]]}"
            })
    void countsAndIgnoresAnAppUsageThatMakesNoSense(String header) {
        assertThat(read(Map.of("x-app-usage", header))).isEqualTo(Signals.NONE);
        assertThat(reader.ignored()).isEqualTo(1);
    }

    @Test
    void keepsWhatMakesSenseBesideWhatDoesNot() {
        assertThat(read(Map.of("x-app-usage", "{\"call_count\":101,\"total_time\":40}"))
                        .app())
                .hasValue(40);
        assertThat(reader.ignored()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"1\":{}}",
                "{\"1\":[7]}",
                "{\"1\":[{\"type\":\"instagram\",\"estimated_time_to_regain_access\":-1}]}",
                "{\"1\":[{\"type\":\"instagram\",\"estimated_time_to_regain_access\":\"5\"}]}",
                "{\"1\":[{\"type\":\"instagram\",\"estimated_time_to_regain_access\":2.5}]}"
            })
    void countsAndIgnoresAUseThatMakesNoSense(String header) {
        assertThat(read(Map.of("x-business-use-case-usage", header)).others().values())
                .allMatch(share -> share.regain() == null);
        assertThat(reader.ignored()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"1, PT1M", "1440, PT24H", "1441, PT24H", "99999999999, PT24H"})
    void countsRegainingInMinutes(String minutes, Duration wait) {
        var signals = read(Map.of(
                "x-business-use-case-usage",
                "{\"1\":[{\"type\":\"instagram\",\"estimated_time_to_regain_access\":" + minutes + "}]}"));
        assertThat(signals.others()).containsExactly(Map.entry("1", new Signals.Share(OptionalInt.empty(), wait)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        30                            | PT30S
        0                             | PT1S
        -5                            | PT1S
        1000000000                    | PT24H
        Fri, 27 Nov 2026 22:01:00 GMT | PT1M
        Fri, 27 Nov 2026 21:00:00 GMT | PT1S
        Sun, 27 Dec 2026 22:00:00 GMT | PT24H
        """)
    void clampsRetryAfter(String header, Duration wait) {
        assertThat(read(Map.of("retry-after", header)).retryAfter()).isEqualTo(wait);
        assertThat(reader.ignored()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "1.5", "99999999999999999999", "Fri, 99 Nov 2026 22:01:00 GMT"})
    void countsAndIgnoresARetryAfterThatIsNone(String header) {
        assertThat(read(Map.of("retry-after", header))).isEqualTo(Signals.NONE);
        assertThat(reader.ignored()).isEqualTo(1);
    }

    private Signals read(Map<String, String> headers) {
        return reader.read(name -> Optional.ofNullable(headers.get(name)), NOW);
    }
}
