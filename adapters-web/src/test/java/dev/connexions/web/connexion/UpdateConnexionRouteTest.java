package dev.connexions.web.connexion;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.domain.shared.Permission;
import dev.connexions.web.testing.Reply;
import dev.connexions.web.testing.Tenant;
import dev.connexions.web.testing.TestService;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UpdateConnexionRouteTest {

    private static final String CLIENT = "9c5b94b1-35ad-49bb-b118-8e8fc24abf80";

    private final Tenant tenant = Tenant.of(TestService.shared());
    private final String one = "/v1/connexions/" + tenant.newConnexion();

    @Test
    void changesWhatIsNamed() {
        var before = tenant.http().get(one).json();
        var after = patch("{\"clientId\":\"" + CLIENT + "\"}").has(200).json();
        assertThat(after.path("clientId").asText()).isEqualTo(CLIENT);
        after = patch("{\"accountEmail\":\"New@example.org\",\"clientType\":\"agence\"}")
                .has(200)
                .json();
        assertThat(after.path("accountEmail").asText()).isEqualTo("New@example.org");
        assertThat(after.path("clientType").asText()).isEqualTo("agence");
        assertThat(after.path("clientId").asText()).isEqualTo(CLIENT);
        assertThat(after).isEqualTo(tenant.http().get(one).json());
        for (var kept :
                List.of("id", "key", "organisationId", "status", "enabled", "createdAt", "createdBy", "quota")) {
            assertThat(after.path(kept)).as(kept).isEqualTo(before.path(kept));
        }
    }

    @Test
    void changesNothingWhenNothingIsNamed() {
        var before = tenant.http().get(one).text();
        assertThat(patch("{}").has(200).text()).isEqualTo(before);
        assertThat(tenant.http().get(one + "/audit").json().path("items")).hasSize(1);
    }

    @Test
    void writesDownWhatChanged() {
        patch("{\"clientType\":\"agence\"}").has(200);
        var entry = tenant.http().get(one + "/audit").json().path("items").path(0);
        assertThat(entry.path("action").asText()).isEqualTo("connexion.updated");
        assertThat(entry.path("changes").toString())
                .isEqualTo("{\"clientType\":{\"before\":\"reseau\",\"after\":\"agence\"}}");
    }

    @Test
    void takesNullForRemovedWhereSomethingIsLeftThen() {
        patch("{\"clientType\":\"agence\"}").has(200);
        assertThat(patch("{\"clientType\":null}")
                        .has(200)
                        .json()
                        .path("clientType")
                        .asText())
                .isEqualTo("reseau");
        var before = tenant.http().get(one).text();
        assertThat(patch("{\"clientId\":null,\"accountEmail\":null,\"clientType\":\"x\"}")
                        .isProblem(422, "validation-failed")
                        .faults())
                .containsExactly("/clientId", "/accountEmail");
        assertThat(tenant.http().get(one).text()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id",
                "key",
                "organisationId",
                "organisation_id",
                "status",
                "enabled",
                "token",
                "version",
                "quota",
                "dailyLimit",
                "created_by",
                "createdBy",
                "updatedAt",
                "usage_today",
                "audit_log",
                "account",
                "__proto__",
                "class",
                "@type"
            })
    void knowsNoOtherMember(String member) {
        var shown = tenant.http().get(one).json();
        for (var value : List.of("null", "1", "\"x\"", "{}", shown.path(member).toString())) {
            assertThat(patch("{\"clientType\":\"x\",\"" + member + "\":" + (value.isEmpty() ? "null" : value) + "}")
                            .isProblem(400, "unknown-member")
                            .faults())
                    .containsExactly("/" + member);
        }
        assertThat(tenant.http().get(one).json()).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "clientType   | \"\"",
                "clientType   | \"  \"",
                "clientType   | \"a\\nb\"",
                "clientType   | \"a\\u0000b\"",
                "clientType   | \"a\\u202eb\"",
                "clientType   | 1",
                "clientType   | {\"a\":null}",
                "clientType   | [\"a\"]",
                "clientId     | \"\"",
                "clientId     | \"9C5B94B1-35AD-49BB-B118-8E8FC24ABF80\"",
                "clientId     | \"{9c5b94b1-35ad-49bb-b118-8e8fc24abf80}\"",
                "clientId     | \"9c5b94b135ad49bbb1188e8fc24abf80\"",
                "clientId     | \"00000000-0000-0000-0000-000000000000\"",
                "clientId     | true",
                "accountEmail | \"nobody\"",
                "accountEmail | \"a@b\\r\\nBcc: c@d\"",
                "accountEmail | \"a@b.example\\ud800\"",
                "accountEmail | []"
            })
    void refusesValuesThatAreNone(String member, String value) {
        var before = tenant.http().get(one).text();
        assertThat(patch("{\"" + member + "\":" + value + "}")
                        .isProblem(422, "validation-failed")
                        .faults())
                .containsExactly("/" + member);
        assertThat(tenant.http().get(one).text()).isEqualTo(before);
    }

    @Test
    void countsLengthsInCharactersAsPeopleDo() {
        patch("{\"clientType\":\"" + "\ud83e\udd56".repeat(64) + "\"}").has(200);
        patch("{\"clientType\":\"" + "\ud83e\udd56".repeat(65) + "\"}").isProblem(422, "validation-failed");
        patch("{\"accountEmail\":\"a@" + "b".repeat(32_000) + "\"}").isProblem(422, "validation-failed");
    }

    @Test
    void storesTextAsItIsWhateverItMeansElsewhere() {
        for (var text :
                List.of("'; drop table x;--", "$$", "%", "E'x'", "<script>1</script>", "${jndi:x}", "{{7*7}}")) {
            assertThat(patch("{\"clientType\":\"" + text + "\"}")
                            .has(200)
                            .json()
                            .path("clientType")
                            .asText())
                    .isEqualTo(text);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "application/json-patch+json",
                "text/plain",
                "application/merge-patch+json; charset=utf-16",
                "application/merge-patch+json, application/json",
                ""
            })
    void saysWhatItTakes(String type) {
        var refused = tenant.http()
                .with("Content-Type", type)
                .send("PATCH", one, "{\"clientType\":\"x\"}".getBytes(UTF_8))
                .isProblem(415, "unsupported-media-type");
        assertThat(refused.header("Accept-Patch")).isEqualTo("application/merge-patch+json");
        tenant.http().send("PATCH", one, "{}".getBytes(UTF_8)).isProblem(415, "unsupported-media-type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "\"x\"", "1", "{\"clientType\":\"a\",\"clientType\":\"b\"}", "{}{}"})
    void refusesWhatIsNoPatch(String body) {
        patch(body).isProblem(400, "malformed-request");
    }

    @Test
    void takesNoParameters() {
        assertThat(tenant.http()
                        .patch(one + "?clientType=x", "{\"clientType\":\"y\"}")
                        .isProblem(400, "unknown-parameter")
                        .faults())
                .containsExactly("clientType");
    }

    @Test
    void letsAReaderChangeNothing() {
        var viewer = tenant.with(Permission.CONNEXIONS_READ);
        viewer.patch(one, "{\"clientType\":\"x\"}").isProblem(403, "insufficient-permission");
        assertThat(tenant.http().get(one).json().path("clientType").asText()).isEqualTo("reseau");
    }

    @Test
    void takesTheMediaTypeByAnyOfItsNames() {
        for (var type : List.of("Application/Merge-Patch+JSON", "application/merge-patch+json; charset=\"UTF-8\"")) {
            tenant.http()
                    .with("Content-Type", type)
                    .send("PATCH", one, "{}".getBytes(UTF_8))
                    .has(200);
        }
    }

    private Reply patch(String body) {
        return tenant.http().patch(one, body);
    }
}
