package dev.connexions.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.web.testing.Client;
import dev.connexions.web.testing.OpenApiContract;
import dev.connexions.web.testing.OpenApiContract.Body;
import dev.connexions.web.testing.Reply;
import dev.connexions.web.testing.Tenant;
import dev.connexions.web.testing.TestService;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What no operation takes for its body. Generated over the document, so a new one is covered; what JSON may be made of in
 * detail, {@link RequestBodyTest} has.
 */
class EveryBodyTest {

    private static final List<String> NO_OBJECTS = List.of(
            " ",
            "null",
            "[]",
            "[{}]",
            "\"x\"",
            "1",
            "true",
            "{",
            "{]",
            "{}{}",
            "{} x",
            "{,}",
            "{} // done",
            "{'a':1}",
            "{\"a\":NaN}",
            "{\"a\":01}",
            "\ufeff{}",
            "{\"a\":1,\"a\":1}",
            "{\"a\":{\"b\":1,\"b\":2}}",
            "{\"a\":" + "[".repeat(65) + "]".repeat(65) + "}",
            "{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}",
            "{\"a\":" + "9".repeat(1_000) + "}");
    private static final List<String> OTHER_TYPES = List.of(
            "text/plain",
            "text/json",
            "application/xml",
            "application/vnd.api+json",
            "application/json-patch+json",
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=x",
            "%s; charset=utf-16",
            "%s; charset=bogus",
            "%s, %s",
            "");
    private static final List<String> STRANGERS = List.of(
            "organisation_id",
            "id",
            "created_by",
            "createdBy",
            "usage_today",
            "used",
            "status",
            "state",
            "token",
            "version",
            "audit_log",
            "__proto__",
            "constructor",
            "class",
            "@type",
            "",
            "a/b~c");

    private final TestService service = TestService.shared();
    private final Tenant tenant = Tenant.of(service);
    private final String connexion = tenant.connected();
    private final String reservation = tenant.http()
            .post("/v1/connexions/" + connexion + "/quota/reservations", "{}")
            .has(201)
            .json()
            .path("id")
            .asText();
    private List<String> before = List.of();

    static List<Body> bodies() {
        return OpenApiContract.load().bodies();
    }

    @BeforeEach
    void look() {
        before = everything();
    }

    @AfterEach
    void changesNothing() {
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void knowsTheBodiesOfTheDocument() {
        assertThat(bodies())
                .hasSizeGreaterThanOrEqualTo(9)
                .extracting(Body::mediaType)
                .contains("application/json");
        assertThat(bodies())
                .filteredOn(Body::required)
                .noneMatch(body -> body.example().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void isOneObjectOfJson(Body body) {
        for (var text : NO_OBJECTS) {
            send(body, body.mediaType(), text.getBytes(UTF_8)).isProblem(400, "malformed-request");
        }
        if (body.required()) {
            send(body, body.mediaType(), new byte[0]).isProblem(400, "malformed-request");
        }
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void isInUtf8(Body body) {
        var text = body.and("\u00e9", "1");
        for (var bytes : List.of(
                text.getBytes(ISO_8859_1),
                text.getBytes(UTF_16),
                body.and("\u00c0\u00af", "1").getBytes(ISO_8859_1),
                body.and("\u00ed\u00a0\u0080", "1").getBytes(ISO_8859_1))) {
            send(body, body.mediaType(), bytes).isProblem(400, "malformed-request");
        }
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void saysWhatItIs(Body body) {
        var good = body.example().toString().getBytes(UTF_8);
        for (var type : OTHER_TYPES) {
            send(body, type.replace("%s", body.mediaType()), good).isProblem(415, "unsupported-media-type");
        }
        tenant.http().send(body.operation().method(), path(body), good).isProblem(415, "unsupported-media-type");
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void hasNoOtherMembers(Body body) {
        for (var stranger : STRANGERS) {
            for (var value : List.of("\"x\"", "null", "{}")) {
                assertThat(send(
                                        body,
                                        body.mediaType(),
                                        body.and(stranger, value).getBytes(UTF_8))
                                .isProblem(400, "unknown-member")
                                .faults())
                        .as(stranger)
                        .containsExactly("/" + stranger.replace("~", "~0").replace("/", "~1"));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void isNotToBeHadInTheQuery(Body body) {
        var members = body.example().propertyStream().map(member -> member.getKey() + "=x");
        var query = String.join("&", members.toList());
        if (query.isEmpty()) {
            return;
        }
        tenant.http()
                .with("Content-Type", body.mediaType())
                .send(
                        body.operation().method(),
                        path(body) + "?" + query,
                        body.example().toString().getBytes(UTF_8))
                .isProblem(400, "unknown-parameter");
    }

    private List<String> everything() {
        Client http = tenant.http();
        var one = "/v1/connexions/" + connexion;
        return List.of(
                http.get("/v1/connexions").has(200).text(),
                http.get("/v1/audit").has(200).text(),
                http.get(one + "/quota").has(200).text(),
                http.get(one + "/quota/reservations/" + reservation).has(200).text());
    }

    private Reply send(Body body, String type, byte[] bytes) {
        return tenant.http().with("Content-Type", type).send(body.operation().method(), path(body), bytes);
    }

    private String path(Body body) {
        return body.operation().path().replace("{id}", connexion).replace("{rid}", reservation);
    }
}
