package dev.connexions.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.web.testing.CapturedLog;
import dev.connexions.web.testing.Tenant;
import dev.connexions.web.testing.TestService;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** W3C Trace Context: its id goes to the access log, and nothing that is none disturbs anybody. */
class TraceContextTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String PARENT = "00f067aa0ba902b7";

    private final Tenant tenant = Tenant.of(TestService.shared());

    @Test
    void logsTheTraceThatTheCallerIsPartOf() {
        for (var traceparent :
                List.of("00-" + TRACE + "-" + PARENT + "-01", "cc-" + TRACE + "-" + PARENT + "-01-more.of-this")) {
            assertThat(logged(traceparent)).endsWith(" trace=" + TRACE);
        }
    }

    @Test
    void ignoresWhatIsNoTrace() {
        for (var traceparent : List.of(
                "garbage",
                "",
                TRACE,
                "00-" + TRACE + "-" + PARENT,
                "00-" + TRACE + "-" + PARENT + "-01-more",
                "00-" + TRACE + "-" + PARENT + "-0",
                "ff-" + TRACE + "-" + PARENT + "-01",
                "00-" + TRACE.toUpperCase(Locale.ROOT) + "-" + PARENT + "-01",
                "00-" + "0".repeat(32) + "-" + PARENT + "-01",
                "00-" + TRACE + "-" + "0".repeat(16) + "-01",
                "00-" + "4".repeat(33) + "-" + PARENT + "-01",
                "cc-" + TRACE + "-" + PARENT + "-01-" + "x".repeat(5_000))) {
            assertThat(logged(traceparent)).as(traceparent).doesNotContain("trace=", TRACE);
        }
    }

    @Test
    void ignoresTwoTracesAndWhateverElseComesWithThem() {
        try (var log = new CapturedLog("dev.connexions.access")) {
            tenant.http()
                    .with("X-Request-Id", "two-traces")
                    .with("traceparent", "00-" + TRACE + "-" + PARENT + "-01")
                    .with("traceparent", "00-" + TRACE + "-" + PARENT + "-01")
                    .with("tracestate", "=,=")
                    .with("baggage", "x".repeat(10_000))
                    .get("/v1/me")
                    .has(200);
            assertThat(log.linesWith("request=two-traces"))
                    .singleElement()
                    .asString()
                    .doesNotContain("trace=");
        }
    }

    private String logged(String traceparent) {
        try (var log = new CapturedLog("dev.connexions.access")) {
            tenant.http()
                    .with("X-Request-Id", "traced")
                    .with("traceparent", traceparent)
                    .get("/v1/me")
                    .has(200);
            return log.linesWith("request=traced").getFirst();
        }
    }
}
