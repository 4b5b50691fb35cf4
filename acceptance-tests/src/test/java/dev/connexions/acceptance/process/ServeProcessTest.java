package dev.connexions.acceptance.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.connexions.db.testing.TestDatabase;
import dev.connexions.db.token.KeyRing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service as an operator runs it. */
class ServeProcessTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String CANARY = "canary-secret-of-more-than-thirty-two-characters";

    @TempDir
    private Path directory;

    private TestDatabase database = TestDatabase.open();
    private int port;
    private int adminPort;

    @BeforeEach
    void prepare() throws IOException {
        port = freePort();
        adminPort = freePort();
        KeyRing.init(directory.resolve("keys.json"));
    }

    @AfterEach
    void tidy() {
        database.close();
    }

    @Test
    void servesWhatItWasSetTo() {
        try (var service = serve(settings()).until(this::isReady)) {
            assertThat(get("/v1/me").statusCode()).isEqualTo(401);
            assertThat(service.log()).contains("\"log.level\"").doesNotContain(CANARY);
            // health and metrics are not for the public
            assertThat(get("/observe/health").statusCode()).isEqualTo(404);
            assertThat(admin("/observe/metrics").body()).contains("http_server_requests");
        }
    }

    @Test
    void finishesWhatIsUnderWayWhenItIsToldToStop() throws Exception {
        var arrived = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        var keys = slowKeys(arrived, release);
        var settings = settings();
        settings.remove("CONNEXIONS_JWT_SECRET");
        settings.put(
                "CONNEXIONS_JWT_JWKS_URL",
                "http://127.0.0.1:" + keys.getAddress().getPort() + "/keys");
        var service = serve(settings).until(this::isReady);
        try {
            // a request that waits, inside the service, for the keys that would check its token
            var waiting =
                    CompletableFuture.supplyAsync(() -> get("/v1/me", "Authorization", "Bearer " + unknownToken()));
            assertThat(arrived.await(20, TimeUnit.SECONDS)).isTrue();
            service.terminate();
            service.until(() -> !isReady());
            assertThat(waiting).isNotDone();
            release.countDown();
            assertThat(waiting.get(20, TimeUnit.SECONDS).statusCode()).isIn(401, 503);
            assertThat(service.end()).isZero();
        } finally {
            release.countDown();
            keys.stop(0);
            service.kill();
        }
    }

    @Test
    void refusesALoginThatRowSecurityDoesNotBind() {
        database.sql("alter role " + database.application().user() + " bypassrls");
        var service = serve(settings());
        assertThat(service.end()).isEqualTo(1);
        assertThat(service.log())
                .contains("the database is not safe to serve from")
                .containsIgnoringCase("bypassrls")
                .doesNotContain("\tat ");
    }

    @Test
    void refusesAPortThatIsTaken() throws IOException {
        try (var taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            var service = serve(settings());
            assertThat(service.end()).isEqualTo(1);
            assertThat(service.log()).contains("cannot listen on 127.0.0.1:" + taken.getLocalPort());

            var sandbox = Program.run(directory, "sandbox", Map.of(), "sandbox", "--port", Integer.toString(port));
            assertThat(sandbox.end()).isEqualTo(1);
            assertThat(sandbox.log()).contains("cannot listen on 127.0.0.1:" + taken.getLocalPort());
        }
    }

    @Test
    void refusesADatabaseThatDoesNotLetItIn() {
        var settings = settings();
        settings.put("CONNEXIONS_DATABASE_USER", "nobody_of_that_name");
        settings.put("CONNEXIONS_DATABASE_PASSWORD", CANARY);
        var service = serve(settings);
        assertThat(service.end()).isEqualTo(1);
        assertThat(service.log())
                .contains("does not let nobody_of_that_name in")
                .doesNotContain(CANARY);
    }

    @Test
    void refusesASettingItDoesNotKnow() {
        var settings = settings();
        settings.put("CONNEXIONS_HTP_PORT", "1");
        var service = serve(settings);
        assertThat(service.end()).isEqualTo(2);
        assertThat(service.log().strip()).isEqualTo("connexions: CONNEXIONS_HTP_PORT is no setting of this version");
    }

    @Test
    void makesAKeyRingOnceAndListsItsKeysById() {
        var file = directory.resolve("fresh.json");
        var settings = Map.of("CONNEXIONS_KEYS_FILE", file.toString());
        assertThat(Program.run(directory, "init", settings, "keys", "init").end())
                .isZero();
        var again = Program.run(directory, "again", settings, "keys", "init");
        assertThat(again.end()).isEqualTo(1);
        assertThat(again.log()).contains("exists already");
        var status = Program.run(directory, "status", settings, "keys", "status");
        assertThat(status.end()).isZero();
        assertThat(status.log())
                .contains(KeyRing.load(file).status().getFirst().id() + "  enabled  primary")
                .doesNotContain("typeUrl", "value");
    }

    @Test
    void migratesAndThenServes() {
        var fresh = TestDatabase.provisioned();
        database.close();
        database = fresh;
        var settings = settings();
        var unmigrated = serve(settings);
        assertThat(unmigrated.end()).isEqualTo(1);

        settings.put("CONNEXIONS_DATABASE_OWNER_USER", fresh.owner().user());
        settings.put("CONNEXIONS_DATABASE_OWNER_PASSWORD", fresh.owner().password());
        assertThat(Program.run(directory, "migrate", settings, "migrate").end()).isZero();
        assertThat(Program.run(directory, "migrate", settings, "migrate").end()).isZero();
        try (var service = serve(settings).until(this::isReady)) {
            assertThat(service.isRunning()).isTrue();
        }
    }

    private Program serve(Map<String, String> settings) {
        return Program.run(directory, "serve", settings, "serve");
    }

    private boolean isReady() {
        try {
            return admin("/observe/health/ready").statusCode() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    private HttpResponse<String> get(String path, String... headers) {
        return get(port, path, headers);
    }

    private HttpResponse<String> admin(String path) {
        return get(adminPort, path);
    }

    private static HttpResponse<String> get(int port, String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(30));
        try {
            return CLIENT.send(
                    (headers.length == 0 ? request : request.headers(headers)).build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static HttpServer slowKeys(CountDownLatch arrived, CountDownLatch release) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/keys", exchange -> {
            arrived.countDown();
            try {
                release.await(15, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            var body = "{\"keys\":[]}".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return server;
    }

    /** Well formed, signed by nobody known. */
    private static String unknownToken() {
        return "eyJhbGciOiJSUzI1NiIsImtpZCI6Im5vYm9keSJ9.eyJzdWIiOiJub2JvZHkifQ.c2lnbmF0dXJl";
    }

    private Map<String, String> settings() {
        return new HashMap<>(Map.ofEntries(
                Map.entry("CONNEXIONS_HTTP_HOST", "127.0.0.1"),
                Map.entry("CONNEXIONS_HTTP_PORT", Integer.toString(port)),
                Map.entry("CONNEXIONS_ADMIN_PORT", Integer.toString(adminPort)),
                Map.entry("CONNEXIONS_PUBLIC_URL", "http://127.0.0.1:" + port),
                Map.entry("CONNEXIONS_DATABASE_URL", database.url()),
                Map.entry("CONNEXIONS_DATABASE_USER", database.application().user()),
                Map.entry("CONNEXIONS_DATABASE_PASSWORD", database.application().password()),
                Map.entry("CONNEXIONS_DATABASE_PLATFORM", "bundled"),
                Map.entry("CONNEXIONS_JWT_SECRET", CANARY),
                Map.entry("CONNEXIONS_KEYS_FILE", directory.resolve("keys.json").toString()),
                Map.entry("CONNEXIONS_META_INSTAGRAM_APP_ID", "4711"),
                Map.entry("CONNEXIONS_META_INSTAGRAM_APP_SECRET", CANARY),
                Map.entry(
                        "CONNEXIONS_SYSTEM_USER", database.systemUser().value().toString())));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
