package dev.connexions.web.connexion;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connexions.application.testing.Fixtures;
import dev.connexions.domain.connexion.AccountType;
import dev.connexions.domain.connexion.Scopes;
import dev.connexions.domain.shared.Permission;
import dev.connexions.web.testing.Tenant;
import dev.connexions.web.testing.TestService;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ConnexionRoutesTest {

    private static final String GONE = "/v1/connexions/" + UUID.randomUUID();

    private final Tenant tenant = Tenant.of(TestService.shared());

    @Test
    void showsWhatAConsentBrought() {
        var id = tenant.newConnexion();
        var account = Fixtures.account(AccountType.MEDIA_CREATOR);
        tenant.connect(
                id, account, Scopes.of(List.of("instagram_business_basic", "instagram_business_content_publish")));
        var connexion = tenant.http().get("/v1/connexions/" + id).has(200).json();
        assertThat(connexion.path("status").asText()).isEqualTo("active");
        assertThat(connexion.path("loginProduct").asText()).isEqualTo("instagram");
        assertThat(connexion.path("account").path("id").asText())
                .isEqualTo(account.id().value());
        assertThat(connexion.path("account").path("username").asText()).isEqualTo(account.username());
        assertThat(connexion.path("account").path("type").asText()).isEqualTo("MEDIA_CREATOR");
        assertThat(connexion.path("tokenExpiresAt").asText())
                .isEqualTo(Fixtures.NOW.plus(Fixtures.TOKEN_LIFETIME).toString());
        assertThat(connexion.path("permissions"))
                .extracting(JsonNode::asText)
                .containsExactly("instagram_business_basic", "instagram_business_content_publish");
        assertThat(connexion.path("missingPermissions"))
                .extracting(JsonNode::asText)
                .containsExactly("instagram_business_manage_comments", "instagram_business_manage_insights");
        assertThat(connexion.path("capabilities").toString())
                .isEqualTo("{\"publish\":{\"available\":true},"
                        + "\"insights\":{\"available\":false,\"reason\":\"scope_missing\"},"
                        + "\"comments\":{\"available\":false,\"reason\":\"scope_missing\"}}");
        assertThat(connexion.path("grantId").asText()).isNotEmpty();
    }

    @Test
    void showsNoTokenAnywhereButWhereItIsAskedFor() {
        var id = tenant.connected();
        var token = tenant.http()
                .get("/v1/connexions/" + id + "/access-token")
                .json()
                .path("accessToken")
                .asText();
        for (var path : List.of("/v1/connexions/" + id, "/v1/connexions", "/v1/audit")) {
            assertThat(tenant.http().get(path).text()).doesNotContain(token);
        }
    }

    @Test
    void turnsTheSwitchWithoutABodyAndAsOftenAsOneLikes() {
        var one = "/v1/connexions/" + tenant.newConnexion();
        for (var i = 0; i < 2; i++) {
            assertThat(tenant.http()
                            .post(one + "/disable")
                            .has(200)
                            .json()
                            .path("enabled")
                            .asBoolean(true))
                    .isFalse();
        }
        assertThat(tenant.http()
                        .get(one)
                        .json()
                        .path("capabilities")
                        .path("publish")
                        .path("reason")
                        .asText())
                .isEqualTo("disabled");
        assertThat(tenant.http()
                        .post(one + "/enable", "{}")
                        .has(200)
                        .json()
                        .path("enabled")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void takesNothingWithTheSwitch() {
        var one = "/v1/connexions/" + tenant.newConnexion();
        tenant.http().post(one + "/enable", "{\"enabled\":false}").isProblem(400, "unknown-member");
        tenant.http().post(one + "/enable", "[]").isProblem(400, "malformed-request");
        tenant.http().post(one + "/disable?force=true").isProblem(400, "unknown-parameter");
        tenant.http()
                .with("Content-Type", "text/plain")
                .send("POST", one + "/disable", new byte[] {'x'})
                .isProblem(415, "unsupported-media-type");
        assertThat(tenant.http().get(one).json().path("enabled").asBoolean()).isTrue();
    }

    @Test
    void erasesForGood() {
        var one = "/v1/connexions/" + tenant.connected();
        tenant.http().delete(one).has(204);
        tenant.http().get(one).isProblem(404, "not-found");
        tenant.http().delete(one).isProblem(404, "not-found");
        tenant.http().post(one + "/enable").isProblem(404, "not-found");
        tenant.http().get(one + "/access-token").isProblem(404, "not-found");
    }

    @Test
    void knowsNothingOfAnUnknownId() {
        tenant.http().get(GONE).isProblem(404, "not-found");
        tenant.http().delete(GONE).isProblem(404, "not-found");
        tenant.http().post(GONE + "/enable").isProblem(404, "not-found");
        tenant.http().post(GONE + "/disable").isProblem(404, "not-found");
    }

    @Test
    void letsAReaderReadAndNotWrite() {
        var one = "/v1/connexions/" + tenant.newConnexion();
        var viewer = tenant.with(Permission.CONNEXIONS_READ);
        viewer.get(one).has(200);
        viewer.delete(one).isProblem(403, "insufficient-permission");
        viewer.post(one + "/disable").isProblem(403, "insufficient-permission");
        viewer.get(one + "/audit").isProblem(403, "insufficient-permission");
        assertThat(tenant.http().get(one).json().path("enabled").asBoolean()).isTrue();
    }

    @Test
    void writesARefusalDownWhenTheCallerCouldSeeTheConnexion() {
        var id = tenant.newConnexion();
        tenant.with(Permission.CONNEXIONS_READ).delete("/v1/connexions/" + id).has(403);
        var newest = tenant.http().get("/v1/audit?limit=1").json().path("items").path(0);
        assertThat(newest.path("action").asText()).isEqualTo("access.refused");
        assertThat(newest.path("outcome").asText()).isEqualTo("refused");
        assertThat(newest.path("changes").path("lacking").path("after").asText())
                .isEqualTo("connexions:write");
        var stranger = Tenant.of(TestService.shared());
        stranger.with(Permission.AUDIT_READ).delete("/v1/connexions/" + id).isProblem(404, "not-found");
        assertThat(tenant.http().get("/v1/audit").json().path("items")).hasSize(2);
    }
}
