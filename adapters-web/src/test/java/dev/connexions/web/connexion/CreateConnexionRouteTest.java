package dev.connexions.web.connexion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.domain.shared.Permission;
import dev.connexions.web.testing.Reply;
import dev.connexions.web.testing.Tenant;
import dev.connexions.web.testing.TestService;
import java.text.Normalizer;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreateConnexionRouteTest {

    private static final String CLIENT = "9c5b94b1-35ad-49bb-b118-8e8fc24abf80";

    private final Tenant tenant = Tenant.of(TestService.shared());

    @Test
    void createsWithEverythingThatCanBeChosen() {
        var created = create("\"key\":\"boulangerie-lyon-3\",\"clientType\":\"franchise\",\"dailyLimit\":25")
                .has(201);
        var connexion = created.json();
        assertThat(connexion.path("key").asText()).isEqualTo("boulangerie-lyon-3");
        assertThat(connexion.path("clientType").asText()).isEqualTo("franchise");
        assertThat(connexion.path("clientId").asText()).isEqualTo(CLIENT);
        assertThat(connexion.path("accountEmail").asText()).isEqualTo("contact@boulangerie.example");
        assertThat(connexion.path("quota").path("dailyLimit").asInt()).isEqualTo(25);
        assertThat(connexion.path("status").asText()).isEqualTo("pending");
        assertThat(connexion.path("enabled").asBoolean()).isTrue();
        assertThat(connexion.path("organisationId").asText())
                .isEqualTo(tenant.organisation().value().toString());
        assertThat(connexion.path("createdBy").asText())
                .isEqualTo(tenant.user().id().value().toString());
        assertThat(created.header("Location"))
                .isEqualTo(TestService.PUBLIC_URL + "/v1/connexions/"
                        + connexion.path("id").asText());
    }

    @Test
    void choosesWhatIsLeftOutAndWhatIsNull() {
        for (var rest : new String[] {"\"clientType\":null,\"key\":null,\"dailyLimit\":null", ""}) {
            var connexion = create(rest).has(201).json();
            assertThat(connexion.path("key").asText()).matches("igc_[a-z2-7]{26}");
            assertThat(connexion.path("clientType").asText()).isEqualTo("reseau");
            assertThat(connexion.path("quota").path("dailyLimit").isNull()).isTrue();
        }
    }

    @Test
    void refusesAKeyThatIsUsedInAnyOfItsSpellings() {
        create("\"key\":\"caf\u00e9\"").has(201);
        create("\"key\":\"caf\u00e9\"").isProblem(409, "key-already-used");
        create("\"key\":\"" + Normalizer.normalize("caf\u00e9", Normalizer.Form.NFD) + "\"")
                .isProblem(409, "key-already-used");
        Tenant.of(TestService.shared()).newConnexion(body("\"key\":\"caf\u00e9\""));
    }

    @Test
    void namesWhatIsMissing() {
        var refused = tenant.http().post("/v1/connexions", "{}").isProblem(422, "validation-failed");
        assertThat(refused.faults()).containsExactly("/clientId", "/accountEmail");
        tenant.http()
                .post("/v1/connexions", "{\"clientId\":null,\"accountEmail\":null}")
                .isProblem(422, "validation-failed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "organisation_id",
                "organisationId",
                "id",
                "created_by",
                "createdBy",
                "usage_today",
                "status",
                "token",
                "accessToken",
                "version",
                "audit_log",
                "enabled",
                "__proto__",
                "constructor",
                "class",
                "@type",
                ""
            })
    void refusesMembersThatAreNotTheCallersToSet(String member) {
        var refused = create("\"" + member + "\":\"x\"").isProblem(400, "unknown-member");
        assertThat(refused.faults()).containsExactly("/" + member);
        assertThat(tenant.http().get("/v1/connexions").json().path("items")).isEmpty();
    }

    @Test
    void namesEveryFaultAtOnceAndThoseOfFormDecide() {
        var refused = tenant.http()
                .post(
                        "/v1/connexions?limit=1",
                        "{\"clientId\":\"nobody\",\"accountEmail\":7,\"key\":\"\",\"dailyLimit\":-1,\"a/b~c\":1}")
                .has(400);
        assertThat(refused.json().path("type").asText()).isEqualTo("/problems/unknown-parameter");
        assertThat(refused.faults())
                .containsExactly("limit", "/a~1b~0c", "/clientId", "/accountEmail", "/key", "/dailyLimit");
        assertThat(refused.json().path("detail").asText()).contains("6 faults");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1",
                "2147483648",
                "9223372036854775808",
                "1.0",
                "1e3",
                "1e999999",
                "10.5",
                "\"10\"",
                "true",
                "[]",
                "{}"
            })
    void refusesALimitThatIsNoCount(String limit) {
        assertThat(create("\"dailyLimit\":" + limit)
                        .isProblem(422, "validation-failed")
                        .faults())
                .containsExactly("/dailyLimit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "2147483647"})
    void takesALimitAtItsBounds(String limit) {
        assertThat(create("\"dailyLimit\":" + limit)
                        .has(201)
                        .json()
                        .path("quota")
                        .path("dailyLimit")
                        .asText())
                .isEqualTo(limit);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9C5B94B1-35AD-49BB-B118-8E8FC24ABF80",
                "{9c5b94b1-35ad-49bb-b118-8e8fc24abf80}",
                "9c5b94b135ad49bbb1188e8fc24abf80",
                "00000000-0000-0000-0000-000000000000",
                "9c5b94b1-35ad-49bb-b118-8e8fc24abf8",
                " 9c5b94b1-35ad-49bb-b118-8e8fc24abf80",
                "1-1-1-1-1",
                ""
            })
    void takesOnlyTheCanonicalSpellingOfAUuid(String id) {
        assertThat(tenant.http()
                        .post("/v1/connexions", "{\"clientId\":\"" + id + "\",\"accountEmail\":\"a@b.example\"}")
                        .isProblem(422, "validation-failed")
                        .faults())
                .containsExactly("/clientId");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "nobody",
                "a@b@c",
                "a b@c.example",
                "a@b.example\\nBcc: x@y.example",
                "<a@b.example>",
                "\\\"a b\\\"@c.example",
                "a@[127.0.0.1]\\u0000",
                "a@b.example\\u202e"
            })
    void refusesAnAddressThatIsNotOne(String address) {
        assertThat(tenant.http()
                        .post(
                                "/v1/connexions",
                                "{\"clientId\":\"" + CLIENT + "\",\"accountEmail\":\"" + address + "\"}")
                        .isProblem(422, "validation-failed")
                        .faults())
                .containsExactly("/accountEmail");
    }

    @Test
    void refusesTextsThatAreTooLongByOne() {
        create("\"key\":\"" + "\ud83d\ude00".repeat(128) + "\"").has(201);
        create("\"key\":\"" + "\ud83d\ude00".repeat(129) + "\"").isProblem(422, "validation-failed");
        create("\"clientType\":\"" + "x".repeat(65) + "\"").isProblem(422, "validation-failed");
        var local = "x".repeat(64) + "@";
        email(local + "y".repeat(189)).has(201);
        email(local + "y".repeat(190)).isProblem(422, "validation-failed");
        create("\"key\":\"" + "x".repeat(32 << 10) + "\"").isProblem(422, "validation-failed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'; drop table instagram_connexion; --",
                "$$ select 1 $$",
                "\\\\ % _ E'x'",
                "<script>alert(1)</script>",
                "${jndi:ldap://127.0.0.1/x}",
                "{{7*7}} #{7*7}",
                "javascript:alert(1)"
            })
    void keepsTextThatLooksLikeCodeToTheLetter(String text) {
        var key = text.replace("\\\\", "\\");
        var connexion = create("\"key\":\"" + text + "\"").has(201).json();
        assertThat(connexion.path("key").asText()).isEqualTo(key);
        assertThat(tenant.http()
                        .get("/v1/connexions/" + connexion.path("id").asText())
                        .json()
                        .path("key")
                        .asText())
                .isEqualTo(key);
    }

    @Test
    void needsThePermissionToWrite() {
        tenant.with(Permission.CONNEXIONS_READ)
                .post("/v1/connexions", body(""))
                .isProblem(403, "insufficient-permission");
        assertThat(tenant.http().get("/v1/connexions").json().path("items")).isEmpty();
    }

    @Test
    void ignoresHeadersThatClaimAnotherOrganisation() {
        var other = Tenant.of(TestService.shared());
        var created = tenant.http()
                .with("X-Organisation-Id", other.organisation().value().toString())
                .with("X-Forwarded-User", other.user().id().value().toString())
                .post("/v1/connexions", body(""))
                .has(201);
        assertThat(created.json().path("organisationId").asText())
                .isEqualTo(tenant.organisation().value().toString());
        assertThat(other.http().get("/v1/connexions").json().path("items")).isEmpty();
    }

    private Reply create(String rest) {
        return tenant.http().post("/v1/connexions", body(rest));
    }

    private Reply email(String address) {
        return tenant.http()
                .post(
                        "/v1/connexions",
                        "{\"clientId\":\"" + UUID.randomUUID() + "\",\"accountEmail\":\"" + address + "\"}");
    }

    private static String body(String rest) {
        return "{\"clientId\":\"" + CLIENT + "\",\"accountEmail\":\"contact@boulangerie.example\""
                + (rest.isEmpty() ? "" : "," + rest) + "}";
    }
}
