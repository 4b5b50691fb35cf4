package dev.connexions.bootstrap.wiring;

import dev.connexions.bootstrap.settings.Settings.Listener;
import io.helidon.health.HealthCheck;
import io.helidon.health.HealthCheckResponse;
import io.helidon.health.HealthCheckType;
import io.helidon.metrics.api.MeterRegistry;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.observe.ObserveFeature;
import io.helidon.webserver.observe.health.HealthObserver;
import io.helidon.webserver.observe.metrics.MetricsObserver;
import java.util.function.BooleanSupplier;

/** Health and metrics, on a listener of their own that the public never reaches. */
final class AdminServer implements AutoCloseable {

    private final WebServer server;

    private AdminServer(WebServer server) {
        this.server = server;
    }

    static AdminServer start(Listener listener, MeterRegistry metrics, BooleanSupplier started, BooleanSupplier ready) {
        var health = HealthObserver.builder()
                .useSystemServices(false)
                // without them an answer has no body, and then no 200
                .details(true)
                .addCheck(check("live", HealthCheckType.LIVENESS, () -> true))
                .addCheck(check("started", HealthCheckType.STARTUP, started))
                .addCheck(check("ready", HealthCheckType.READINESS, ready))
                .build();
        var server = WebServer.builder()
                .host(listener.host())
                .port(listener.port())
                .shutdownHook(false)
                .featuresDiscoverServices(false)
                .connectionOptions(options -> options.tcpNoDelay(true))
                .addFeature(ObserveFeature.builder()
                        .observersDiscoverServices(false)
                        .addObserver(health)
                        .addObserver(
                                MetricsObserver.builder().meterRegistry(metrics).build())
                        .build())
                .build();
        return new AdminServer(Listening.start(server, listener));
    }

    int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.stop();
    }

    private static HealthCheck check(String name, HealthCheckType type, BooleanSupplier up) {
        return new HealthCheck() {
            @Override
            public HealthCheckType type() {
                return type;
            }

            @Override
            public String name() {
                return name;
            }

            @Override
            public HealthCheckResponse call() {
                return HealthCheckResponse.builder().status(up.getAsBoolean()).build();
            }
        };
    }
}
