package dev.connexions.bootstrap.wiring;

import dev.connexions.web.shared.RequestObserver;
import io.helidon.metrics.api.MeterRegistry;
import io.helidon.metrics.api.Tag;
import io.helidon.metrics.api.Timer;
import java.time.Duration;
import java.util.List;

/** Counts and times requests by method, route template and status: as many series as there are operations, no more. */
final class RequestMetrics implements RequestObserver {

    private final MeterRegistry registry;

    RequestMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void served(String method, String route, int status, Duration took) {
        registry.getOrCreate(Timer.builder("http.server.requests")
                        .tags(List.of(
                                Tag.create("method", method),
                                Tag.create("route", route),
                                Tag.create("status", Integer.toString(status)))))
                .record(took);
    }
}
