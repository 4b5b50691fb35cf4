package dev.connexions.web.shared;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** J5: what is made to be slow to read is read, or refused, as soon as anything else. */
class HostileBodiesTest {

    private static final Duration SOON = Duration.ofMillis(200);
    private static final int TRIES = 10;

    record Hostile(String name, String body) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Hostile> bodies() {
        return Stream.of(
                new Hostile("a million digits", "{\"limit\":" + "9".repeat(1_000_000) + "}"),
                new Hostile("a million characters", "{\"limit\":\"" + "x".repeat(1_000_000) + "\"}"),
                new Hostile("a million escapes", "{\"limit\":\"" + "\\u0041".repeat(170_000) + "\"}"),
                new Hostile("a long name", "{\"" + "x".repeat(1_000_000) + "\":1}"),
                new Hostile("an exponent beyond every number", "{\"limit\":1e999999999}"),
                new Hostile("a fraction of nothing", "{\"limit\":-1e-999999999}"),
                new Hostile(
                        "a depth of half a million", "{\"limit\":" + "[".repeat(500_000) + "]".repeat(500_000) + "}"),
                new Hostile("eighty thousand members", members(80_000, i -> "k" + i)),
                new Hostile("names of one hash", members(1 << 14, HostileBodiesTest::colliding)),
                new Hostile("a hundred thousand elements", "{\"limit\":[" + "1,".repeat(100_000) + "1]}"));
    }

    /** The time of the processor counts: how busy the machine is otherwise says nothing of the body. */
    @ParameterizedTest
    @MethodSource("bodies")
    void areRefusedSoon(Hostile hostile) {
        var bytes = hostile.body().getBytes(US_ASCII);
        assertThat(bytes.length).isLessThanOrEqualTo(Entity.MAX_BYTES);
        var least = IntStream.range(0, TRIES)
                .mapToObj(each -> processorTimeOf(() -> refuses(bytes)))
                .min(Duration::compareTo);
        assertThat(least).hasValueSatisfying(time -> assertThat(time).isLessThan(SOON));
    }

    private static void refuses(byte[] bytes) {
        assertThatThrownBy(() -> {
                    var faults = new Faults();
                    Body.read(bytes, Set.of("limit"), faults).required("limit", Values.integer(Integer::valueOf));
                    faults.refuse();
                })
                .isInstanceOf(Refusal.class);
    }

    private static Duration processorTimeOf(Runnable work) {
        var threads = ManagementFactory.getThreadMXBean();
        var before = threads.getCurrentThreadCpuTime();
        work.run();
        return Duration.ofNanos(threads.getCurrentThreadCpuTime() - before);
    }

    private static String members(int count, IntFunction<String> name) {
        var body = new StringBuilder("{");
        for (var i = 0; i < count; i++) {
            body.append('"').append(name.apply(i)).append("\":1,");
        }
        return body.append("\"z\":1}").toString();
    }

    /** {@code Aa} and {@code BB} have the same hash, and so have all texts made of them. */
    private static String colliding(int number) {
        var name = new StringBuilder();
        for (var bit = 0; bit < 14; bit++) {
            name.append((number >> bit & 1) == 0 ? "Aa" : "BB");
        }
        return name.toString();
    }
}
