package dev.connexions.web.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connexions.application.testing.Fixtures;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.shared.Permission;
import dev.connexions.web.testing.Reply;
import dev.connexions.web.testing.Tenant;
import dev.connexions.web.testing.TestService;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AccessTokenRoutesTest {

    private final TestService service = TestService.shared();
    private final Tenant tenant = Tenant.of(service);

    @Test
    void handsTheTokenOutNeverToBeStored() {
        var read = read(tenant.connected()).has(200);
        assertThat(read.header("Cache-Control")).isEqualTo("no-store");
        assertThat(read.json().path("accessToken").asText()).startsWith("IGAA");
        assertThat(read.json().path("tokenType").asText()).isEqualTo("bearer");
        assertThat(read.json().path("expiresAt").asText())
                .isEqualTo(Fixtures.NOW.plus(Fixtures.TOKEN_LIFETIME).toString());
        assertThat(read.json().path("scopes"))
                .extracting(JsonNode::asText)
                .containsExactlyElementsOf(Fixtures.allScopes().names());
    }

    @Test
    void writesEachReadingDown() {
        var id = tenant.connected();
        read(id).has(200);
        var pending = tenant.newConnexion();
        read(pending).has(409);
        assertThat(newestOf(id).path("action").asText()).isEqualTo("access_token.read");
        assertThat(newestOf(id).path("outcome").asText()).isEqualTo("done");
        assertThat(newestOf(pending).path("outcome").asText()).isEqualTo("refused");
    }

    @Test
    void saysWhatIsWrongWhenThereIsNoTokenThatWorks() {
        assertThat(reason(read(tenant.newConnexion()))).isEqualTo("pending");
        var spoilt = tenant.connected();
        service.store().spoilToken(new ConnexionId(UUID.fromString(spoilt)));
        assertThat(reason(read(spoilt))).isEqualTo("token_unreadable");
        var lost = tenant.connected();
        service.store().loseToken(new ConnexionId(UUID.fromString(lost)));
        assertThat(reason(read(lost))).isEqualTo("token_missing");
        try (var ageing = new TestService.Builder().start()) {
            var there = Tenant.of(ageing);
            var expired = there.connected();
            ageing.clock().advance(Fixtures.TOKEN_LIFETIME);
            assertThat(reason(there.http().get("/v1/connexions/" + expired + "/access-token")))
                    .isEqualTo("token_expired");
        }
    }

    @Test
    void needsItsOwnPermission() {
        var id = tenant.connected();
        var operator = service.client().as(service.store().operator(tenant.organisation()));
        var refused = operator.get("/v1/connexions/" + id + "/access-token").isProblem(403, "insufficient-permission");
        assertThat(refused.text()).contains("tokens:read");
        tenant.with(Permission.TOKENS_READ)
                .get("/v1/connexions/" + id + "/access-token")
                .has(200);
    }

    @Test
    void isNotThereForOthers() {
        var theirs = Tenant.of(service).connected();
        read(theirs).isProblem(404, "not-found");
        read(UUID.randomUUID().toString()).isProblem(404, "not-found");
        tenant.http().get("/v1/connexions/" + theirs + "/access-token?x=1").isProblem(400, "unknown-parameter");
    }

    @Test
    void printsWithoutItsSecret() {
        var response = new AccessTokenRoutes.AccessTokenResponse("IGAA-canary", "bearer", null, List.of());
        assertThat(response.toString()).isEqualTo("***");
    }

    private Reply read(String connexion) {
        return tenant.http().get("/v1/connexions/" + connexion + "/access-token");
    }

    private JsonNode newestOf(String connexion) {
        return tenant.http()
                .get("/v1/connexions/" + connexion + "/audit?limit=1")
                .json()
                .path("items")
                .path(0);
    }

    private static String reason(Reply reply) {
        return reply.isProblem(409, "reconnect-required").json().path("reason").asText();
    }
}
