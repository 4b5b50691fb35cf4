package dev.connexions.bootstrap.wiring;

import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.meta.shared.GraphHealth;
import dev.connexions.meta.shared.MetaSettings;
import io.helidon.metrics.api.Gauge;
import io.helidon.metrics.api.Meter;
import io.helidon.metrics.api.MeterRegistry;
import io.helidon.metrics.api.Tag;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What this replica heard of its way to Meta, by login product and by host: no organisation and no account has a series of its
 * own. What is not known is no number.
 */
final class MetaMetrics implements AutoCloseable {

    private static final List<String> STATES = List.of("closed", "half_open", "open");

    private final MeterRegistry registry;
    private final GraphHealth health;
    private final InstantSource clock;
    private final List<Meter> meters = new ArrayList<>();

    private MetaMetrics(MeterRegistry registry, GraphHealth health, InstantSource clock) {
        this.registry = registry;
        this.health = health;
        this.clock = clock;
    }

    static MetaMetrics register(
            MeterRegistry registry, GraphHealth health, MetaSettings settings, InstantSource clock) {
        var metrics = new MetaMetrics(registry, health, clock);
        settings.products().forEach(product -> metrics.app(product, settings.graphVersion()));
        settings.hosts().forEach(metrics::host);
        metrics.gauge("meta.throttled.subjects", List.of(), health::throttled);
        metrics.gauge("meta.limits.ignored", List.of(), health::ignoredSignals);
        return metrics;
    }

    private void app(LoginProduct product, String wanted) {
        var tags = List.of(Tag.create("product", product.code()));
        gauge("meta.app.usage.percent", tags, () -> number(health.ofApp(product).percent()));
        gauge(
                "meta.app.usage.age.seconds",
                tags,
                () -> age(health.ofApp(product).seenAt()));
        gauge("meta.app.throttled", tags, () -> flag(health.ofApp(product).throttledUntil() != null));
        gauge(
                "meta.version.differs",
                tags,
                () -> differs(health.servedVersions().get(product), wanted));
    }

    private void host(String host) {
        for (var state : STATES) {
            var tags = List.of(Tag.create("host", host), Tag.create("state", state));
            gauge(
                    "meta.breaker",
                    tags,
                    () -> flag(state.equals(health.breakers().getOrDefault(host, "closed"))));
        }
    }

    private void gauge(String name, List<Tag> tags, DoubleSupplier value) {
        meters.add(registry.getOrCreate(
                Gauge.<Double>builder(name, value::getAsDouble).tags(tags)));
    }

    private double age(@Nullable Instant seen) {
        return seen == null
                ? Double.NaN
                : Duration.between(seen, clock.instant()).toMillis() / 1000.0;
    }

    private static double number(@Nullable Integer value) {
        return value == null ? Double.NaN : value;
    }

    private static double differs(@Nullable String served, String wanted) {
        return served == null ? Double.NaN : flag(!served.equals(wanted));
    }

    private static double flag(boolean set) {
        return set ? 1 : 0;
    }

    @Override
    public void close() {
        meters.forEach(registry::remove);
    }
}
