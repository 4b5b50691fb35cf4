package dev.connexions.web.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.application.testing.Fixtures;
import dev.connexions.domain.authorization.Candidate;
import dev.connexions.domain.connexion.Account;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.connexion.ScopeCatalogue;
import dev.connexions.domain.connexion.Scopes;
import dev.connexions.domain.shared.Permission;
import dev.connexions.web.testing.Browser;
import dev.connexions.web.testing.Tenant;
import dev.connexions.web.testing.TestService;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GrantRoutesTest {

    private static final String FACEBOOK = "{\"loginProduct\":\"facebook\"}";

    private final TestService service = new TestService.Builder().start();
    private final Tenant tenant = Tenant.of(service);
    private final Account first = Fixtures.pageAccount();
    private final Account second = Fixtures.pageAccount();

    GrantRoutesTest() {
        service.instagram().offers(Set.of(LoginProduct.values()));
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void showsWhatOneConsentGaveAndWhoSharesIt() {
        var one = connected(first);
        var other = connected(second);
        var grant = tenant.http().get("/v1/grants/" + grantOf(one)).has(200);
        var shown = grant.json();
        assertThat(grantOf(other)).isEqualTo(grantOf(one));
        assertThat(shown.path("id").asText()).isEqualTo(grantOf(one));
        assertThat(shown.path("loginProduct").asText()).isEqualTo("facebook");
        assertThat(shown.path("metaUserId").asText()).isEqualTo("10220987654321098");
        assertThat(shown.path("missing")).hasSize(1);
        assertThat(shown.path("missing").get(0).asText()).isEqualTo("instagram_manage_comments");
        assertThat(shown.path("requested")).hasSize(shown.path("granted").size() + 1);
        assertThat(shown.path("connexions").findValuesAsText("id")).containsExactlyInAnyOrder(one, other);
        assertThat(shown.path("connexions").findValuesAsText("status")).containsOnly("active");
        assertThat(shown.path("grantedAt").asText()).isEqualTo(Fixtures.NOW.toString());
        assertThat(shown.path("consentExpiresAt").asText())
                .isEqualTo(Fixtures.NOW.plus(Fixtures.TOKEN_LIFETIME).toString());
        tenant.http()
                .with("If-None-Match", grant.header("ETag"))
                .get("/v1/grants/" + grantOf(one))
                .has(304);
    }

    @Test
    void showsOneOfInstagramLoginToo() {
        var connexion = tenant.connected();
        var grant =
                tenant.http().get("/v1/grants/" + grantOf(connexion)).has(200).json();
        assertThat(grant.path("connexions").findValuesAsText("id")).containsExactly(connexion);
        assertThat(grant.path("consentExpiresAt").isNull()).isTrue();
    }

    @Test
    void tellsBeforeAReconnectWhomItConcerns() {
        var one = connected(first);
        var other = connected(second);
        var opened = tenant.http()
                .post("/v1/connexions/" + one + "/authorization-sessions", FACEBOOK)
                .has(201)
                .json();
        assertThat(opened.path("affects").findValuesAsText("id")).containsExactly(other);
        assertThat(opened.path("affects").get(0).path("username").asText()).isEqualTo(second.username());
        var session = tenant.http()
                .get("/v1/authorization-sessions/" + opened.path("id").asText())
                .json();
        assertThat(session.path("affects")).isEqualTo(opened.path("affects"));
        var link = opened.path("authorizeUrl")
                .asText()
                .substring(TestService.PUBLIC_URL.toString().length());
        assertThat(service.client()
                        .with("Accept", "text/html")
                        .get(link)
                        .has(200)
                        .text())
                .contains("Your consent also decides about these accounts", "<li>@" + second.username() + "</li>");
        assertThat(service.client()
                        .with("Accept", "text/html")
                        .get(tenant.open(one, "{\"loginProduct\":\"instagram\"}"))
                        .text())
                .doesNotContain("also decides");
    }

    @Test
    void isNobodyElses() {
        var grant = "/v1/grants/" + grantOf(connected(first));
        Tenant.of(service).http().get(grant).isProblem(404, "not-found");
        tenant.with(Permission.CONNEXIONS_WRITE).get(grant).isProblem(403, "insufficient-permission");
        tenant.with(Permission.CONNEXIONS_READ).get(grant).has(200);
        service.client().get(grant).isProblem(401, "unauthenticated");
        tenant.http().get("/v1/grants/" + UUID.randomUUID()).isProblem(404, "not-found");
        tenant.http().get("/v1/grants/x").isProblem(404, "not-found");
        tenant.http().get(grant + "?x=1").isProblem(400, "unknown-parameter");
        tenant.http().send("DELETE", grant, null).isProblem(405, "method-not-allowed");
    }

    @Test
    void letsAnAdministratorLookForAReason() {
        var grant = "/v1/grants/" + grantOf(connected(first));
        var administrator = service.client().as(service.store().registerAdministrator(Fixtures.service(), null));
        administrator.get(grant).isProblem(404, "not-found");
        administrator
                .with("Connexions-Reason", "a look at who shares it")
                .get(grant)
                .has(200);
        assertThat(tenant.http()
                        .get("/v1/audit")
                        .json()
                        .path("items")
                        .get(0)
                        .path("action")
                        .asText())
                .isEqualTo("access.granted");
        administrator
                .with("Connexions-Reason", "a look")
                .get("/v1/grants/" + UUID.randomUUID())
                .isProblem(404, "not-found");
    }

    private String connected(Account account) {
        var connexion = tenant.newConnexion();
        var granted = ScopeCatalogue.all(LoginProduct.FACEBOOK).without(Scopes.of(Set.of("instagram_manage_comments")));
        var code = service.instagram()
                .consent(
                        LoginProduct.FACEBOOK,
                        "10220987654321098",
                        granted,
                        List.of(new Candidate.Eligible(account, null)));
        Browser.at(service).opens(tenant.open(connexion, FACEBOOK)).agrees(code).has(200);
        return connexion;
    }

    private String grantOf(String connexion) {
        return tenant.http()
                .get("/v1/connexions/" + connexion)
                .has(200)
                .json()
                .path("grantId")
                .asText();
    }
}
