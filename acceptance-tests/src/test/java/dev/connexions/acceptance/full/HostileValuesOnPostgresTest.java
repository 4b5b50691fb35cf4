package dev.connexions.acceptance.full;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.acceptance.Driver.Organisation;
import dev.connexions.acceptance.Driver.Role;
import dev.connexions.acceptance.Driver.Who;
import dev.connexions.db.testing.Psql;
import dev.connexions.web.testing.HostileValues;
import dev.connexions.web.testing.OpenApiContract;
import dev.connexions.web.testing.OpenApiContract.Member;
import dev.connexions.web.testing.OpenApiContract.Operation;
import java.net.URI;
import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the web adapter's members and parameters are tried with there, on PostgreSQL: it is kept to the letter or refused,
 * and no statement becomes another one.
 */
class HostileValuesOnPostgresTest {

    private static final OpenApiContract CONTRACT = OpenApiContract.load();

    private final FullService service = FullService.running();
    private final Organisation organisation = service.organisation("Atelier Vert");
    private final Who who = organisation.as(Role.SERVICE);
    private final String connexion = create(who);
    private final String session = openSession();
    private String others = "";

    static List<Member> members() {
        return CONTRACT.members();
    }

    static Stream<Operation> queries() {
        return CONTRACT.operations().stream()
                .filter(operation -> !operation.permission().equals("public"))
                .filter(operation -> !CONTRACT.queryParameters(operation.method(), operation.path())
                        .isEmpty());
    }

    @BeforeEach
    void look() {
        create(service.organisation("Maison Bleue").as(Role.SERVICE));
        others = rowsOfOthers();
    }

    @AfterEach
    void touchesNobodyElse() {
        assertThat(rowsOfOthers()).isEqualTo(others);
        assertThat(service.http()
                        .call("GET", "/v1/connexions/" + connexion, who, null)
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("members")
    void keepsOrRefusesWhateverAMemberSays(Member member) {
        var operation = member.operation();
        var path = at(operation);
        var mediaType = operation.method().equals("PATCH") ? "application/merge-patch+json" : "application/json";
        for (var value : HostileValues.json()) {
            var reply = service.http().raw(operation.method(), path, who, mediaType, member.with(value));
            assertThat(reply.status()).as("%s = %s", member, value).isIn(200, 201, 400, 409, 422, 429);
            if (reply.status() < 300) {
                var shown = service.http().call("GET", whereToFind(reply, path), who, null);
                assertThat(shown.json().path(member.name()))
                        .as("%s = %s", member, value)
                        .isEqualTo(reply.json().path(member.name()));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("queries")
    void fallsOverNoParameter(Operation operation) {
        for (var parameter : CONTRACT.queryParameters(operation.method(), operation.path())) {
            for (var text : HostileValues.texts()) {
                if (text.length() > 3_000 || !UTF_8.newEncoder().canEncode(text)) {
                    continue;
                }
                var path = at(operation) + "?" + parameter + "=" + URLEncoder.encode(text, UTF_8);
                var reply = service.http().call("GET", path, who, null);
                assertThat(reply.status()).as(path).isIn(200, 400, 422);
            }
        }
    }

    private String create(Who creator) {
        var body = Map.of("clientId", UUID.randomUUID().toString(), "accountEmail", "a@example.org");
        var made = service.http().call("POST", "/v1/connexions", creator, body);
        assertThat(made.status()).isEqualTo(201);
        return made.json().path("id").asText();
    }

    private String openSession() {
        var path = "/v1/connexions/" + connexion + "/authorization-sessions";
        var opened = service.http().call("POST", path, who, Map.of("loginProduct", "instagram"));
        assertThat(opened.status()).isEqualTo(201);
        return opened.json().path("id").asText();
    }

    private String at(Operation operation) {
        var path = operation.path();
        return path.replace("{id}", path.startsWith("/v1/authorization-sessions/") ? session : connexion);
    }

    private static String whereToFind(Http.Reply reply, String path) {
        var location = reply.header("Location");
        return location == null ? path : URI.create(location).getPath();
    }

    private String rowsOfOthers() {
        try (var superuser = Psql.at(service.database().superuserUrl())) {
            return Objects.toString(superuser.one("select count(*) || ' ' || md5(string_agg(c::text, ';' order by"
                    + " instagram_connexion_id)) from public.instagram_connexion c where organisation_id <> '"
                    + organisation.id() + "'"));
        }
    }
}
