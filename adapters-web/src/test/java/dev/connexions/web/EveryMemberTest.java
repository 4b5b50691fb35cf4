package dev.connexions.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.web.testing.HostileValues;
import dev.connexions.web.testing.OpenApiContract;
import dev.connexions.web.testing.OpenApiContract.Member;
import dev.connexions.web.testing.OpenApiContract.Operation;
import dev.connexions.web.testing.Reply;
import dev.connexions.web.testing.Tenant;
import dev.connexions.web.testing.TestService;
import java.net.URLEncoder;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Hostile values in every member of every body, and in every parameter of every query. Generated over the document, so a
 * new one is covered: what the document does not accept is refused at its place and changes nothing, and whatever is
 * sent is answered as the document says.
 */
class EveryMemberTest {

    private static final OpenApiContract CONTRACT = OpenApiContract.load();

    static List<Member> members() {
        return CONTRACT.members();
    }

    static Stream<Operation> queries() {
        return CONTRACT.operations().stream()
                .filter(operation -> !operation.permission().equals("public"))
                .filter(operation -> !CONTRACT.queryParameters(operation.method(), operation.path())
                        .isEmpty());
    }

    private final TestService service = TestService.shared();
    private final Tenant tenant = Tenant.of(service);

    @Test
    void knowsTheMembersOfTheDocument() {
        assertThat(members()).hasSizeGreaterThan(12);
        assertThat(queries()).hasSizeGreaterThan(2);
    }

    @ParameterizedTest
    @MethodSource("members")
    void refusesWhatTheDocumentDoesNotAcceptAndFallsOverNothing(Member member) {
        var connexion = tenant.newConnexion();
        for (var value : HostileValues.json()) {
            var before = tenant.http().get("/v1/connexions/" + connexion).text();
            var reply = send(member, connexion, member.with(value));
            if (reply.status() < 300) {
                assertThat(CONTRACT.accepts(member, value))
                        .as(shown(member, value))
                        .isTrue();
                isKeptToTheLetter(member, value, reply);
                continue;
            }
            assertThat(reply.status()).as(shown(member, value)).isIn(400, 409, 422, 429);
            if (reply.status() == 422 || reply.status() == 400) {
                assertThat(reply.faults().isEmpty() ? List.of("/" + member.name()) : reply.faults())
                        .as(shown(member, value))
                        .containsExactly("/" + member.name());
            }
            assertThat(tenant.http().get("/v1/connexions/" + connexion).text())
                    .as(shown(member, value))
                    .isEqualTo(before);
        }
    }

    @ParameterizedTest
    @MethodSource("queries")
    void fallsOverNoParameter(Operation operation) {
        var connexion = tenant.newConnexion();
        for (var parameter : CONTRACT.queryParameters(operation.method(), operation.path())) {
            for (var text : HostileValues.texts()) {
                if (text.length() > 3_000 || !UTF_8.newEncoder().canEncode(text)) {
                    continue;
                }
                var path = operation.path().replace("{id}", connexion) + "?" + parameter + "="
                        + URLEncoder.encode(text, UTF_8);
                var reply = tenant.http().get(path);
                assertThat(reply.status()).as(path).isIn(200, 400, 422);
                if (reply.status() != 200) {
                    assertThat(reply.faults()).as(path).containsExactly(parameter);
                }
            }
        }
    }

    private String session(Operation operation, String connexion) {
        return operation.path().contains("authorization-sessions/{id}")
                ? tenant.http()
                        .post(
                                "/v1/connexions/" + connexion + "/authorization-sessions",
                                "{\"loginProduct\":\"instagram\"}")
                        .has(201)
                        .json()
                        .path("id")
                        .asText()
                : "";
    }

    private Reply send(Member member, String connexion, String body) {
        var operation = member.operation();
        var path = operation
                .path()
                .replace("authorization-sessions/{id}", "authorization-sessions/" + session(operation, connexion))
                .replace("{id}", connexion)
                .replace("{rid}", UUID.randomUUID().toString());
        return switch (operation.method()) {
            case "PATCH" -> tenant.http().patch(path, body);
            case "PUT" -> tenant.http().put(path, body);
            default -> tenant.http().post(path, body);
        };
    }

    /** A text comes back as it went, in Unicode's composed form. */
    private static void isKeptToTheLetter(Member member, String value, Reply reply) {
        var answered = reply.json().path(member.name());
        if (value.startsWith("\"") && answered.isTextual()) {
            assertThat(answered.asText()).isEqualTo(HostileValues.kept(value));
        }
    }

    private static String shown(Member member, String value) {
        return member + " = " + (value.length() > 100 ? value.substring(0, 100) + "..." : value);
    }
}
