package dev.connexions.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connexions.application.testing.Fixtures;
import dev.connexions.domain.shared.Permission;
import dev.connexions.web.testing.Client;
import dev.connexions.web.testing.OpenApiContract;
import dev.connexions.web.testing.OpenApiContract.Operation;
import dev.connexions.web.testing.RawSocket;
import dev.connexions.web.testing.Reply;
import dev.connexions.web.testing.Tenant;
import dev.connexions.web.testing.TestService;
import dev.connexions.web.testing.Tokens;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What one organisation can learn of another: nothing. Generated over all operations, so a new one is covered. */
class TenantIsolationTest {

    private static final String INSTAGRAM = "{\"loginProduct\":\"instagram\"}";

    private final TestService service = TestService.shared();
    private final Tenant theirs = Tenant.of(service);
    private final Tenant ours = Tenant.of(service);

    static Stream<Operation> operationsWithAnId() {
        return OpenApiContract.load().operations().stream()
                .filter(operation -> operation.path().startsWith("/v1/"))
                .filter(operation -> operation.path().contains("{id}"));
    }

    static Stream<Operation> operationsWithACredential() {
        return OpenApiContract.load().operations().stream()
                .filter(operation -> !operation.permission().equals("public"));
    }

    @ParameterizedTest
    @MethodSource("operationsWithAnId")
    void answersForAForeignIdAsForARandomOne(Operation operation) {
        var connexion = theirs.connected();
        var session = theirs.http()
                .post("/v1/connexions/" + connexion + "/authorization-sessions", INSTAGRAM)
                .json()
                .path("id")
                .asText();
        var before = theirs.http().get("/v1/connexions/" + connexion).text();
        var entries = theirs.http().get("/v1/audit").json().path("items").size();
        var grant = theirs.http()
                .get("/v1/connexions/" + connexion)
                .json()
                .path("grantId")
                .asText();
        var id = operation.path().contains("authorization-sessions/{id}")
                ? session
                : operation.path().contains("grants/{id}") ? grant : connexion;

        var foreign = call(ours.http(), operation, id).isProblem(404, "not-found");
        var random = call(ours.http(), operation, UUID.randomUUID().toString()).isProblem(404, "not-found");

        assertThat(withoutIds(foreign)).isEqualTo(withoutIds(random));
        assertThat(theirs.http().get("/v1/connexions/" + connexion).text()).isEqualTo(before);
        assertThat(theirs.http().get("/v1/audit").json().path("items").size()).isEqualTo(entries);
    }

    @ParameterizedTest
    @MethodSource("operationsWithAnId")
    void answersForAForeignIdTheSameToACallerWithoutPermissions(Operation operation) {
        var connexion = theirs.newConnexion();
        var nobody = ours.with();
        var foreign = call(nobody, operation, connexion);
        var random = call(nobody, operation, UUID.randomUUID().toString());
        assertThat(withoutIds(foreign)).isEqualTo(withoutIds(random));
        assertThat(theirs.http().get("/v1/audit").json().path("items")).hasSize(1);
    }

    /** The tag, the star and the key of another organisation open nothing and tell nothing. */
    @ParameterizedTest
    @MethodSource("operationsWithAnId")
    void answersForAForeignIdTheSameWhateverTheRequestSaysOfIt(Operation operation) {
        var key = UUID.randomUUID().toString();
        var theirLast = theirs.http()
                .with("Idempotency-Key", key)
                .post("/v1/connexions", "{\"clientId\":\"" + UUID.randomUUID() + "\",\"accountEmail\":\"a@b.example\"}")
                .has(201);
        var connexion = theirLast.json().path("id").asText();
        for (var tag : new String[] {theirLast.header("ETag"), "*"}) {
            var asking =
                    ours.http().with("If-Match", tag).with("If-None-Match", tag).with("Idempotency-Key", key);
            var foreign = call(asking, operation, connexion).isProblem(404, "not-found");
            var random = call(asking, operation, UUID.randomUUID().toString()).isProblem(404, "not-found");
            assertThat(withoutIds(foreign)).isEqualTo(withoutIds(random));
        }
        assertThat(theirs.http().get("/v1/connexions/" + connexion).text()).isEqualTo(theirLast.text());
        assertThat(theirs.http().get("/v1/audit").json().path("items")).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("operationsWithAnId")
    void honoursIfMatchOnWhateverChangesAThing(Operation operation) {
        if (!Set.of("PUT", "PATCH", "DELETE").contains(operation.method())) {
            return;
        }
        var one = ours.newConnexion();
        var reservation = ours.http()
                .post("/v1/connexions/" + one + "/quota/reservations", "{}")
                .has(201)
                .json()
                .path("id")
                .asText();
        var thing = new Operation(
                operation.method(), operation.path().replace("{rid}", reservation), operation.permission());
        var shown = shown(one, reservation);
        call(ours.http().with("If-Match", "\"stale\""), thing, one).isProblem(412, "precondition-failed");
        call(ours.http().with("If-Match", "stale"), thing, one).isProblem(400, "malformed-request");
        assertThat(shown(one, reservation)).isEqualTo(shown);
        var tag = ours.http().get(thing.path().replace("{id}", one)).has(200).header("ETag");
        assertThat(call(ours.http().with("If-Match", tag), thing, one).status()).isIn(200, 204);
    }

    private List<String> shown(String connexion, String reservation) {
        var one = "/v1/connexions/" + connexion;
        return Stream.of(one, one + "/quota", one + "/quota/reservations/" + reservation)
                .map(path -> ours.http().get(path).has(200).text())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("operationsWithAnId")
    void knowsOneSpellingOfAnId(Operation operation) {
        var id = ours.newConnexion();
        for (var spelling : new String[] {
            id.toUpperCase(Locale.ROOT),
            "%7B" + id + "%7D",
            id.replace("-", ""),
            id + ".",
            id + ";jsessionid=1",
            id + "%00",
            id + "%2f",
            id + "%20",
            "00000000-0000-0000-0000-000000000000",
            "abc",
            "-1",
            "null",
            "undefined",
            "x".repeat(3000)
        }) {
            var reply = call(ours.http(), operation, spelling);
            assertThat(reply.status()).as(spelling).isIn(400, 404);
        }
    }

    @ParameterizedTest
    @MethodSource("operationsWithACredential")
    void demandsACredential(Operation operation) {
        var refused = call(service.client(), operation, ours.newConnexion()).isProblem(401, "unauthenticated");
        assertThat(refused.header("WWW-Authenticate")).isEqualTo("Bearer");
        var wrong = call(service.client().token("a.b.c"), operation, ours.newConnexion())
                .isProblem(401, "unauthenticated");
        assertThat(wrong.header("WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
    }

    @ParameterizedTest
    @MethodSource("operationsWithACredential")
    void demandsThePermissionOfTheDocument(Operation operation) {
        var id = ours.connected();
        var permission = Permission.of(operation.permission());
        if (permission.isEmpty()) {
            assertThat(operation.permission()).isEqualTo("authenticated");
            call(ours.with(), operation, id).has(200);
            return;
        }
        var others = Stream.of(Permission.values())
                .filter(each -> each != permission.get())
                .toArray(Permission[]::new);
        var before = ours.http().get("/v1/connexions/" + id).text();
        call(ours.with(others), operation, id).isProblem(403, "insufficient-permission");
        assertThat(ours.http().get("/v1/connexions/" + id).text()).isEqualTo(before);
        assertThat(call(ours.with(permission.get()), operation, id).status()).isNotIn(401, 403);
    }

    @ParameterizedTest
    @MethodSource("operationsWithACredential")
    void refusesAnUnknownParameterEverywhere(Operation operation) {
        var query = "organisation_id=" + theirs.organisation().value();
        var reply = call(ours.http(), operation, ours.newConnexion(), "?" + query);
        assertThat(reply.isProblem(400, "unknown-parameter").faults()).contains("organisation_id");
    }

    @Test
    void refusesACallerOfNoOrganisation() {
        var nobody = Fixtures.service();
        service.client().as(nobody).get("/v1/connexions").isProblem(403, "no-organisation");
        service.client().as(nobody).get("/v1/me").isProblem(403, "no-organisation");
    }

    @Test
    void saysWhoOneIs() {
        var me = ours.with(Permission.CONNEXIONS_READ).get("/v1/me").has(200).json();
        assertThat(me.path("organisationId").asText())
                .isEqualTo(ours.organisation().value().toString());
        assertThat(me.path("administrator").asBoolean(true)).isFalse();
        assertThat(me.path("permissions").toString()).isEqualTo("[\"connexions:read\"]");
        var administrator = service.store().registerAdministrator(Fixtures.operator(), null);
        var boss = service.client().as(administrator).get("/v1/me").has(200).json();
        assertThat(boss.path("administrator").asBoolean()).isTrue();
        assertThat(boss.path("organisationId").isNull()).isTrue();
    }

    @Test
    void goesThroughNoDotsAndNoDoubleSlashes() {
        var mine = ours.newConnexion();
        var foreign = theirs.newConnexion();
        var token = Tokens.of(ours.user(), Fixtures.NOW);
        for (var path : new String[] {
            "/v1/connexions/" + foreign + "/../" + mine,
            "/v1/connexions/./" + mine,
            "//v1/connexions/" + mine,
            "/v1//connexions/" + mine,
            "/v1/connexions/" + mine + "/",
            "/v1/connexions/%2e%2e/connexions/" + mine,
            "/v1/connexions%2f" + mine,
            "/v1/connexions;x=y/" + mine,
            "/v1/connexions/" + mine + ";x=y",
            "/V1/connexions/" + mine,
            "/v1/%63onnexions/" + mine,
            "/v1/connexions/"
        }) {
            var answer = RawSocket.exchange(
                    service.port(),
                    "GET " + path + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token
                            + "\r\nConnection: close\r\n\r\n");
            assertThat(answer).as(path).startsWith("HTTP/1.1 404 ").contains("/problems/not-found");
        }
    }

    private static Reply call(Client client, Operation operation, String id) {
        return call(client, operation, id, "");
    }

    private static Reply call(Client client, Operation operation, String id, String query) {
        var path = operation
                        .path()
                        .replace("{id}", id)
                        .replace("{rid}", UUID.randomUUID().toString())
                + query;
        return switch (operation.method()) {
            case "POST" -> client.post(path, body(operation));
            case "PATCH" -> client.patch(path, "{}");
            case "PUT" -> client.put(path, "{\"dailyLimit\":null}");
            default -> client.send(operation.method(), path, null);
        };
    }

    private static String body(Operation operation) {
        if (operation.path().endsWith("/authorization-sessions")) {
            return INSTAGRAM;
        }
        return operation.path().endsWith("/choice") ? "{\"accountId\":\"17841400000000001\"}" : "{}";
    }

    private static String withoutIds(Reply reply) {
        var problem = (ObjectNode) reply.json();
        problem.remove("instance");
        problem.remove("requestId");
        return reply.status() + " " + problem;
    }
}
