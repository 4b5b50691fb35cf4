package dev.connexions.web.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connexions.domain.shared.Permission;
import dev.connexions.web.testing.Tenant;
import dev.connexions.web.testing.TestService;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AuditRoutesTest {

    private final TestService service = TestService.shared();
    private final Tenant tenant = Tenant.of(service);

    @Test
    void tellsNewestFirstWhoDidWhatUnderWhichRequest() {
        var id = tenant.newConnexion();
        tenant.http().with("X-Request-Id", "order-4711").post("/v1/connexions/" + id + "/disable");
        var entries = tenant.http()
                .get("/v1/connexions/" + id + "/audit")
                .has(200)
                .json()
                .path("items");
        assertThat(entries)
                .extracting(entry -> entry.path("action").asText())
                .containsExactly("connexion.disabled", "connexion.created");
        var newest = entries.path(0);
        assertThat(newest.path("requestId").asText()).isEqualTo("order-4711");
        assertThat(newest.path("connexionId").asText()).isEqualTo(id);
        assertThat(newest.path("actor").path("kind").asText()).isEqualTo("user");
        assertThat(newest.path("actor").path("id").asText())
                .isEqualTo(tenant.user().id().value().toString());
        assertThat(newest.path("changes").toString())
                .isEqualTo("{\"enabled\":{\"before\":\"true\",\"after\":\"false\"}}");
        assertThat(newest.path("previousHash").asText())
                .isEqualTo(entries.path(1).path("hash").asText());
        assertThat(newest.path("sequence").asLong()).isEqualTo(2);
    }

    @Test
    void keepsTheAuditOfAnErasedConnexion() {
        var id = tenant.newConnexion();
        tenant.http().delete("/v1/connexions/" + id).has(204);
        assertThat(actions("/v1/connexions/" + id + "/audit")).containsExactly("connexion.erased", "connexion.created");
    }

    @Test
    void goesThroughTheWholeOrganisationPageByPage() {
        for (var i = 0; i < 5; i++) {
            tenant.newConnexion();
        }
        var sequences = new ArrayList<Long>();
        var path = "/v1/audit?limit=2";
        while (path != null) {
            var page = tenant.http().get(path).has(200);
            page.json()
                    .path("items")
                    .forEach(entry -> sequences.add(entry.path("sequence").asLong()));
            path = page.headers()
                    .firstValue("Link")
                    .map(link ->
                            link.substring(1 + TestService.PUBLIC_URL.toString().length(), link.indexOf('>')))
                    .orElse(null);
        }
        assertThat(sequences).containsExactly(5L, 4L, 3L, 2L, 1L);
    }

    @Test
    void bindsACursorToItsConnexion() {
        var one = tenant.newConnexion();
        tenant.http().post("/v1/connexions/" + one + "/disable");
        var other = tenant.newConnexion();
        var cursor = tenant.http()
                .get("/v1/connexions/" + one + "/audit?limit=1")
                .json()
                .path("nextCursor")
                .asText();
        tenant.http()
                .get("/v1/connexions/" + one + "/audit?limit=1&cursor=" + cursor)
                .has(200);
        tenant.http()
                .get("/v1/connexions/" + other + "/audit?limit=1&cursor=" + cursor)
                .isProblem(400, "invalid-cursor");
        tenant.http().get("/v1/audit?limit=1&cursor=" + cursor).isProblem(400, "invalid-cursor");
        Tenant.of(service)
                .http()
                .get("/v1/connexions/" + one + "/audit?limit=1&cursor=" + cursor)
                .isProblem(400, "invalid-cursor");
    }

    @Test
    void hidesWhatBelongsToOthers() {
        var theirs = Tenant.of(service).newConnexion();
        assertThat(actions("/v1/audit")).isEmpty();
        tenant.http().get("/v1/connexions/" + theirs + "/audit").isProblem(404, "not-found");
        tenant.http().get("/v1/connexions/" + UUID.randomUUID() + "/audit").isProblem(404, "not-found");
    }

    @Test
    void needsItsOwnPermission() {
        var reader = tenant.with(Permission.CONNEXIONS_READ, Permission.CONNEXIONS_WRITE);
        reader.get("/v1/audit").isProblem(403, "insufficient-permission");
        tenant.with(Permission.AUDIT_READ).get("/v1/audit").has(200);
    }

    private List<String> actions(String path) {
        var actions = new ArrayList<String>();
        for (JsonNode entry : tenant.http().get(path).has(200).json().path("items")) {
            actions.add(entry.path("action").asText());
        }
        return actions;
    }
}
