package dev.connexions.bootstrap.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.meta.shared.AppSecret;
import dev.connexions.meta.shared.Deadline;
import dev.connexions.meta.shared.GraphCall;
import dev.connexions.meta.shared.GraphClient;
import dev.connexions.meta.shared.MetaSettings;
import io.helidon.metrics.api.MeterRegistry;
import io.helidon.metrics.api.Tag;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MetaMetricsTest {

    private final MeterRegistry registry = MeterRegistry.create();
    private Instant now = Instant.parse("2026-11-22T10:00:00Z");
    private HttpServer meta;
    private String host;
    private GraphClient client;
    private MetaMetrics metrics;

    @BeforeEach
    void start() throws IOException {
        meta = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        meta.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("X-App-Usage", "{\"call_count\":42,\"total_time\":7}");
            exchange.getResponseHeaders().add("facebook-api-version", "v25.0");
            exchange.sendResponseHeaders(200, 2);
            try (var body = exchange.getResponseBody()) {
                body.write("{}".getBytes(StandardCharsets.US_ASCII));
            }
        });
        meta.start();
        host = "127.0.0.1:" + meta.getAddress().getPort();
        var url = URI.create("http://" + host);
        var settings = new MetaSettings(
                "v26.0",
                URI.create("https://app.example/cb"),
                new MetaSettings.InstagramApp("1", AppSecret.parse("a-secret-of-a-test"), url, url, url),
                null);
        client = new GraphClient(settings, () -> now);
        metrics = MetaMetrics.register(registry, client.health(), settings, () -> now);
    }

    @AfterEach
    void stop() {
        metrics.close();
        client.close();
        meta.stop(0);
    }

    @Test
    void saysNothingOfWhatMetaHasNotSaid() {
        assertThat(Stream.of("meta.app.usage.percent", "meta.app.usage.age.seconds", "meta.version.differs")
                        .map(name -> value(name, Tag.create("product", "instagram"))))
                .containsOnly(Double.NaN);
        assertThat(value("meta.app.throttled", Tag.create("product", "instagram")))
                .isZero();
        assertThat(breaker("closed")).isEqualTo(1);
        assertThat(breaker("open")).isZero();
    }

    @Test
    void saysWhatMetaSaidAndHowLongAgo() {
        client.send(GraphCall.get(LoginProduct.INSTAGRAM, "me"), Deadline.in(Duration.ofSeconds(9)));
        now = now.plusMillis(30_500);
        assertThat(value("meta.app.usage.percent", Tag.create("product", "instagram")))
                .isEqualTo(42);
        assertThat(value("meta.app.usage.age.seconds", Tag.create("product", "instagram")))
                .isEqualTo(30.5);
        assertThat(value("meta.version.differs", Tag.create("product", "instagram")))
                .isEqualTo(1);
        assertThat(value("meta.throttled.subjects")).isZero();
        assertThat(value("meta.limits.ignored")).isZero();
    }

    @Test
    void knowsNothingOfWhatIsNotConfigured() {
        assertThat(registry.gauge("meta.app.usage.percent", List.of(Tag.create("product", "facebook"))))
                .isEmpty();
    }

    @Test
    void isGoneWithItsClient() {
        metrics.close();
        assertThat(registry.meters()).isEmpty();
    }

    private double breaker(String state) {
        return value("meta.breaker", Tag.create("host", host), Tag.create("state", state));
    }

    private double value(String name, Tag... tags) {
        return registry.gauge(name, List.of(tags)).orElseThrow().value().doubleValue();
    }
}
