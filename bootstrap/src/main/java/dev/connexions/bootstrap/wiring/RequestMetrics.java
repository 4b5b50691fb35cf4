package dev.connexions.bootstrap.wiring;

import dev.connexions.web.shared.RequestObserver;
import io.helidon.metrics.api.MeterRegistry;
import io.helidon.metrics.api.Tag;
import io.helidon.metrics.api.Timer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Counts and times requests by method, route template and status: as many series as there are operations, no more. */
final class RequestMetrics implements RequestObserver {

    private record Series(String method, String route, int status) {}

    private final MeterRegistry registry;
    /** As many as there are operations and statuses: looking a series up in the registry costs more than recording. */
    private final ConcurrentMap<Series, Timer> timers = new ConcurrentHashMap<>();

    RequestMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void served(String method, String route, int status, Duration took) {
        timers.computeIfAbsent(new Series(method, route, status), this::timer).record(took);
    }

    private Timer timer(Series series) {
        return registry.getOrCreate(Timer.builder("http.server.requests")
                .tags(List.of(
                        Tag.create("method", series.method()),
                        Tag.create("route", series.route()),
                        Tag.create("status", Integer.toString(series.status())))));
    }
}
