package dev.connexions.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.application.idempotency.IdempotencyRecord;
import dev.connexions.application.testing.Fixtures;
import dev.connexions.application.testing.Together;
import dev.connexions.domain.shared.Permission;
import dev.connexions.web.shared.Route;
import dev.connexions.web.testing.Client;
import dev.connexions.web.testing.RawSocket;
import dev.connexions.web.testing.Reply;
import dev.connexions.web.testing.Tenant;
import dev.connexions.web.testing.TestService;
import dev.connexions.web.testing.Tokens;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes again under one {@code Idempotency-Key}. */
class IdempotencyTest {

    private static final String ALL = "/v1/connexions";
    private static final String LINK = "{\"loginProduct\":\"instagram\"}";

    private static TestService service;

    private final String key = UUID.randomUUID().toString();
    private final String body = body("a@example.org");
    private Tenant tenant;

    @BeforeAll
    static void start() {
        service = new TestService.Builder().start();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @BeforeEach
    void meet() {
        tenant = Tenant.of(service);
    }

    @Test
    void answersARepetitionAsTheFirstTime() {
        var first = keyed(key).post(ALL, body).has(201);
        assertThat(first.headers().firstValue("Idempotency-Replayed")).isEmpty();
        var again = keyed(key).with("X-Request-Id", "again").post(ALL, body).has(201);
        assertThat(again.text()).isEqualTo(first.text());
        for (var header : List.of("Location", "ETag", "Cache-Control", "Content-Type")) {
            assertThat(again.header(header)).isEqualTo(first.header(header));
        }
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.header("X-Request-Id")).isEqualTo("again");
        assertThat(count()).isEqualTo(1);
        assertThat(tenant.http().get("/v1/audit").json().path("items")).hasSize(1);
    }

    @Test
    void answersAsTheFirstTimeWhateverHappenedSince() {
        var first = keyed(key).post(ALL, body).has(201);
        var one = ALL + "/" + first.json().path("id").asText();
        keyed("off").post(one + "/disable").has(200);
        tenant.http().delete(one).has(204);
        assertThat(keyed(key).post(ALL, body).has(201).text()).isEqualTo(first.text());
        assertThat(keyed("off")
                        .post(one + "/disable")
                        .has(200)
                        .json()
                        .path("enabled")
                        .asBoolean(true))
                .isFalse();
        assertThat(count()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"k", "8e03978e-40d5-43dd-bc93-6894a57f9324", "!#$%&'()*+-./:;<=>?@[]^_`{|}~"})
    void takesAKeyQuotedAndBareForTheSame(String text) {
        keyed(text).post(ALL, body).has(201);
        var again = keyed('"' + text + '"').post(ALL, body).has(201);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    }

    @Test
    void readsWhatIsEscapedInQuotes() {
        keyed("\"a\\\"b\\\\c,d\"").post(ALL, body).has(201);
        keyed("\"" + "k".repeat(255) + "\"").post(ALL, body).has(201);
        keyed("k".repeat(255)).post(ALL, body).has(201);
        keyed("\"" + "\\\\".repeat(255) + "\"").post(ALL, body).has(201);
        assertThat(count()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\"\"",
                "\"",
                "\"a",
                "a\"",
                "\"a\"b",
                "\"a\";p=1",
                "\"a\", \"b\"",
                "a,b",
                "a b",
                "\"a b\"",
                "\"a\\nb\"",
                "a\tb"
            })
    void refusesAKeyThatIsNone(String text) {
        keyed(text).post(ALL, body).isProblem(400, "idempotency-key-invalid");
        assertThat(count()).isZero();
    }

    @Test
    void refusesAKeyThatIsNoAscii() {
        for (var text : List.of("\u00e9", "\"\u00e9\"", "\u00c3\u00a9", "a\u0080", "\u00a0", "a\u0001b", "a\u007fb")) {
            var answer = RawSocket.exchange(
                    service.port(),
                    "POST " + ALL + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: "
                            + body.length() + "\r\nAuthorization: Bearer " + Tokens.of(tenant.user(), Fixtures.NOW)
                            + "\r\nIdempotency-Key: " + text + "\r\nConnection: close\r\n\r\n" + body);
            assertThat(answer).as(text).startsWith("HTTP/1.1 400 ");
        }
        assertThat(count()).isZero();
    }

    @Test
    void refusesAKeyThatIsTooLongAndTwoOfThem() {
        for (var text : List.of("k".repeat(256), "\"" + "k".repeat(256) + "\"", "\"" + "\\\\".repeat(7_000) + "\"")) {
            keyed(text).post(ALL, body).isProblem(400, "idempotency-key-invalid");
        }
        keyed("a").with("Idempotency-Key", "a").post(ALL, body).isProblem(400, "idempotency-key-invalid");
        assertThat(count()).isZero();
    }

    @Test
    void takesAnotherRequestUnderTheSameKeyForAMistake() {
        var one = ALL + "/" + keyed(key).post(ALL, body).json().path("id").asText();
        var colleague = tenant.with(Permission.values()).with("Idempotency-Key", key);
        for (var other : List.of(
                keyed(key).post(ALL, body("b@example.org")),
                keyed(key).post(ALL, body + " "),
                keyed(key).post(ALL + "?x=1", body),
                keyed(key).post(one + "/disable"),
                keyed(key).post(one + "/enable"),
                colleague.post(ALL, body))) {
            other.isProblem(422, "idempotency-key-reused");
        }
        assertThat(count()).isEqualTo(1);
        assertThat(tenant.http().get(one).json().path("enabled").asBoolean()).isTrue();
        assertThat(keyed(key).post(ALL, body).has(201).header("Idempotency-Replayed"))
                .isEqualTo("true");
    }

    @Test
    void keepsNoRefusal() {
        keyed(key).post(ALL, "{}").isProblem(422, "validation-failed");
        keyed(key).post(ALL, "{").isProblem(400, "malformed-request");
        keyed(key).send("POST", ALL, new byte[] {'{', '}'}).isProblem(415, "unsupported-media-type");
        keyed(key).post(ALL + "?x=1", body).isProblem(400, "unknown-parameter");
        keyed(key).with("Accept", "text/html").post(ALL, body).isProblem(406, "not-acceptable");
        tenant.with(Permission.CONNEXIONS_READ)
                .with("Idempotency-Key", key)
                .post(ALL, body)
                .isProblem(403, "insufficient-permission");
        var made = keyed(key).post(ALL, body).has(201);
        assertThat(made.headers().firstValue("Idempotency-Replayed")).isEmpty();
        var gone = ALL + "/" + UUID.randomUUID();
        keyed("gone").post(gone + "/enable").isProblem(404, "not-found");
        keyed("gone").post(gone + "/enable").isProblem(404, "not-found");
    }

    @Test
    void showsNoSecretTwice() {
        var sessions = ALL + "/" + tenant.newConnexion() + "/authorization-sessions";
        var opened = keyed(key).post(sessions, LINK).has(201);
        var again = keyed(key).post(sessions, LINK).isProblem(409, "conflict");
        assertThat(again.json().path("reason").asText()).isEqualTo("answer_not_kept");
        assertThat(again.text())
                .doesNotContain(opened.json().path("authorizeUrl").asText());
        assertThat(tenant.http()
                        .get("/v1/authorization-sessions/"
                                + opened.json().path("id").asText())
                        .json()
                        .path("status")
                        .asText())
                .isEqualTo("pending");
    }

    @Test
    void letsOneOfFiftyInAndTellsTheOthers() throws InterruptedException {
        var replies = new ConcurrentLinkedQueue<Reply>();
        var failures = Together.run(50, i -> replies.add(keyed(key).post(ALL, body)));
        assertThat(failures).allMatch(Optional::isEmpty);
        assertThat(replies).hasSize(50).allSatisfy(reply -> {
            if (reply.status() == 409) {
                assertThat(Integer.parseInt(
                                reply.isProblem(409, "idempotency-in-progress").header("Retry-After")))
                        .isBetween(1, 2);
            } else {
                reply.has(201);
            }
        });
        assertThat(replies)
                .filteredOn(reply -> reply.status() == 201
                        && reply.headers().firstValue("Idempotency-Replayed").isEmpty())
                .hasSize(1);
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void forgetsAKeyAfterADay() {
        var first = keyed(key).post(ALL, body).has(201).text();
        service.clock().advance(IdempotencyRecord.LIFETIME.minusNanos(1000));
        assertThat(keyed(key).post(ALL, body).has(201).text()).isEqualTo(first);
        service.clock().advance(Duration.ofSeconds(1));
        assertThat(keyed(key).post(ALL, body).has(201).text()).isNotEqualTo(first);
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void knowsNothingOfAnotherOrganisationsKeys() {
        var theirs = keyed(key).post(ALL, body).has(201).json().path("id");
        var stranger = Tenant.of(service);
        var ours = stranger.http().with("Idempotency-Key", key).post(ALL, body).has(201);
        assertThat(ours.headers().firstValue("Idempotency-Replayed")).isEmpty();
        assertThat(ours.json().path("id")).isNotEqualTo(theirs);
        stranger.http()
                .with("Idempotency-Key", key)
                .post(ALL, body("b@example.org"))
                .isProblem(422, "idempotency-key-reused");
    }

    @Test
    void doesItOnceOnEveryPostThatThereIs() {
        var posts = service.routes().stream()
                .filter(route -> route.method().equals("POST"))
                .filter(route -> !route.access().code().equals("public"))
                .map(Route::path)
                .toList();
        assertThat(posts).hasSizeGreaterThanOrEqualTo(4);
        for (var template : posts) {
            var path = template.replace("{id}", tenant.newConnexion())
                    .replace("{rid}", UUID.randomUUID().toString());
            keyed("").post(path, "{}").isProblem(400, "idempotency-key-invalid");
            keyed(key).post(ALL, body).has(201);
            keyed(key).post(path, "{\"x\":1}").isProblem(422, "idempotency-key-reused");
        }
    }

    @Test
    void honoursNoKeyWhereNothingIsPosted() {
        var one = ALL + "/" + tenant.newConnexion();
        keyed("").get(one).has(200);
        keyed(key).get(one).has(200);
        keyed(key).patch(one, "{\"clientType\":\"x\"}").has(200);
        keyed(key).delete(one).has(204);
    }

    @Test
    void writesTheCallersRequestIdDownAndMakesItItsOwn() {
        var audit = "/v1/audit?limit=2";
        keyed("a").with("X-Request-Id", "mine").post(ALL, body).has(201);
        keyed("b").with("X-Request-Id", "mine").post(ALL, body).has(201);
        var entries = tenant.http().get(audit).json().path("items");
        assertThat(entries.path(0).path("requestId").asText()).matches("mine:[0-9a-f-]{36}");
        assertThat(entries.path(1).path("requestId").asText())
                .matches("mine:[0-9a-f-]{36}")
                .isNotEqualTo(entries.path(0).path("requestId").asText());
        tenant.http().with("X-Request-Id", "mine").post(ALL, body).has(201);
        assertThat(tenant.http()
                        .get(audit)
                        .json()
                        .path("items")
                        .path(0)
                        .path("requestId")
                        .asText())
                .isEqualTo("mine");
    }

    private Client keyed(String text) {
        return tenant.http().with("Idempotency-Key", text);
    }

    private int count() {
        return tenant.http().get(ALL).json().path("items").size();
    }

    private static String body(String email) {
        return "{\"clientId\":\"9c5b94b1-35ad-49bb-b118-8e8fc24abf80\",\"accountEmail\":\"" + email + "\"}";
    }
}
