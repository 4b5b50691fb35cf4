package dev.connexions.acceptance.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.connexions.db.testing.TestDatabase;
import dev.connexions.db.token.KeyRing;
import dev.connexions.domain.shared.UserId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
    private @Nullable Program running;

    @BeforeEach
    void prepare() {
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
            for (var closed : List.of("/observe/config", "/observe/info", "/observe/log", "/observe", "/v1/me")) {
                assertThat(admin(closed).statusCode()).as(closed).isEqualTo(404);
            }
        }
    }

    @Test
    void writesOneObjectOfJsonForWhateverHappens() {
        try (var service = serve(settings()).until(this::isReady)) {
            get("/%0d%0a%7B%22message%22:%22fake%22%7D");
            get("/nothing/%1b[31m".replace("[", "%5B"), "X-Request-Id", "traced", "User-Agent", "\"}{\"fake\":\"1");
            service.until(() -> service.log().contains("request=traced"));
            assertThat(service.log().lines()).allSatisfy(line -> {
                var entry = new ObjectMapper().readTree(line);
                assertThat(entry.path("@timestamp").asText())
                        .matches("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}\\.[0-9]{3}Z");
                assertThat(entry.path("message").asText()).isNotEmpty().isNotEqualTo("fake");
                assertThat(line).doesNotContain("\u001b");
            });
        }
    }

    @Test
    void finishesWhatIsUnderWayWhenItIsToldToStop() throws IOException {
        var user = new UserId(UUID.randomUUID());
        database.register(user, database.organisation(), false);
        var body = "{\"clientId\":\"9c5b94b1-35ad-49bb-b118-8e8fc24abf80\",\"accountEmail\":\"a@example.org\"}";
        var head = String.join(
                "\r\n",
                "POST /v1/connexions HTTP/1.1",
                "Host: x",
                "Authorization: Bearer " + Credential.of(user, CANARY, "connexions:write"),
                "Content-Type: application/json",
                "Content-Length: " + body.length(),
                "Expect: 100-continue",
                "",
                "");
        var service = serve(settings()).until(this::isReady);
        var port = service.listening().orElseThrow().port();
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(30_000);
            var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            // said once the service waits for the body
            assertThat(answer.readLine()).isEqualTo("HTTP/1.1 100 Continue");
            assertThat(answer.readLine()).isEmpty();
            service.terminate();
            service.until(() -> !isReady());
            assertThat(answer.ready()).isFalse();
            socket.getOutputStream().write(body.getBytes(StandardCharsets.US_ASCII));
            assertThat(answer.readLine()).startsWith("HTTP/1.1 201 ");
            assertThat(service.end()).isZero();
        } finally {
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
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = Integer.toString(taken.getLocalPort());
            var settings = settings();
            settings.put("CONNEXIONS_HTTP_PORT", port);
            var service = serve(settings);
            assertThat(service.end()).isEqualTo(1);
            assertThat(service.log()).contains("cannot listen on 127.0.0.1:" + port);

            var sandbox = Program.run(directory, "sandbox", Map.of(), "sandbox", "--port", port);
            assertThat(sandbox.end()).isEqualTo(1);
            assertThat(sandbox.log()).contains("cannot listen on 127.0.0.1:" + port);
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
        var started = Program.run(directory, "serve", settings, "serve");
        running = started;
        return started;
    }

    private boolean isReady() {
        try {
            return service().listening().isPresent()
                    && admin("/observe/health/ready").statusCode() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    private Program service() {
        return Objects.requireNonNull(running);
    }

    private HttpResponse<String> get(String path, String... headers) {
        return get(service().listening().orElseThrow().port(), path, headers);
    }

    private HttpResponse<String> admin(String path) {
        return get(service().listening().orElseThrow().adminPort(), path);
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

    private Map<String, String> settings() {
        return new HashMap<>(Map.ofEntries(
                Map.entry("CONNEXIONS_HTTP_HOST", "127.0.0.1"),
                Map.entry("CONNEXIONS_HTTP_PORT", "0"),
                Map.entry("CONNEXIONS_ADMIN_PORT", "0"),
                Map.entry("CONNEXIONS_PUBLIC_URL", "http://127.0.0.1:1"),
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
}
