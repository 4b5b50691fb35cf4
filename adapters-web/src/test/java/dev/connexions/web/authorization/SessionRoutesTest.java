package dev.connexions.web.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.application.authorization.OpenAuthorizationSession;
import dev.connexions.application.testing.Fixtures;
import dev.connexions.domain.authorization.AuthorizationSession;
import dev.connexions.domain.authorization.AuthorizationSessionId;
import dev.connexions.domain.authorization.Failure;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.shared.Permission;
import dev.connexions.web.testing.Browser;
import dev.connexions.web.testing.Reply;
import dev.connexions.web.testing.Tenant;
import dev.connexions.web.testing.TestService;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SessionRoutesTest {

    private static final String INSTAGRAM = "{\"loginProduct\":\"instagram\"}";
    private static final String GOOD = TestService.PLATFORM.toString();

    private final TestService service = TestService.shared();
    private final Tenant tenant = Tenant.of(service);

    @Test
    void opensASessionAndShowsItsLinkOnce() {
        var connexion = tenant.newConnexion();
        var opened = open(connexion, INSTAGRAM).has(201);
        assertThat(opened.header("Cache-Control")).isEqualTo("no-store");
        var session = opened.json();
        assertThat(session.path("connexionId").asText()).isEqualTo(connexion);
        assertThat(session.path("status").asText()).isEqualTo("pending");
        assertThat(session.path("expiresAt").asText())
                .isEqualTo(Fixtures.NOW.plus(AuthorizationSession.LINK_LIFETIME).toString());
        var link = session.path("authorizeUrl").asText();
        assertThat(link).matches("https://connexions\\.example/meta/oauth/start/[A-Za-z0-9_-]{43}");
        var path = "/v1/authorization-sessions/" + session.path("id").asText();
        assertThat(opened.header("Location")).isEqualTo(TestService.PUBLIC_URL + path);
        var shown = tenant.http().get(path).has(200);
        assertThat(shown.json().path("authorizeUrl").isNull()).isTrue();
        assertThat(shown.text()).doesNotContain(link.substring(link.lastIndexOf('/') + 1));
    }

    @Test
    void supersedesAnEarlierSession() {
        var connexion = tenant.newConnexion();
        var first = open(connexion, INSTAGRAM).has(201).json().path("id").asText();
        open(connexion, INSTAGRAM).has(201);
        assertThat(status(first)).isEqualTo("superseded");
    }

    @Test
    void showsWhoWasConnected() {
        var connexion = tenant.newConnexion();
        var opened = open(connexion, INSTAGRAM).has(201).json();
        var account = Fixtures.account();
        Browser.at(service)
                .opens(pathOf(opened.path("authorizeUrl").asText()))
                .agrees(service.instagram().consent(account, Fixtures.allScopes()));
        var session = tenant.http()
                .get("/v1/authorization-sessions/" + opened.path("id").asText())
                .json();
        assertThat(session.path("status").asText()).isEqualTo("completed");
        assertThat(session.path("username").asText()).isEqualTo(account.username());
    }

    @Test
    void expiresWithItsLink() {
        try (var ageing = new TestService.Builder().start()) {
            var tenantThere = Tenant.of(ageing);
            var connexion = tenantThere.newConnexion();
            var id = tenantThere
                    .http()
                    .post("/v1/connexions/" + connexion + "/authorization-sessions", INSTAGRAM)
                    .json()
                    .path("id")
                    .asText();
            ageing.clock().advance(Duration.ofHours(24));
            assertThat(tenantThere
                            .http()
                            .get("/v1/authorization-sessions/" + id)
                            .json()
                            .path("status")
                            .asText())
                    .isEqualTo("expired");
        }
    }

    @ParameterizedTest
    @EnumSource(Failure.class)
    void saysInItsOwnWordsWhyItFailed(Failure failure) {
        var connexion = new ConnexionId(UUID.fromString(tenant.newConnexion()));
        var session = Fixtures.session(tenant.organisation(), connexion, Fixtures.NOW);
        service.store().transactions().in(tenant.user(), tx -> {
            service.store().sessions().save(tx, session.fail(failure, Fixtures.NOW));
            return null;
        });
        var shown = show(session.id()).json();
        assertThat(shown.path("status").asText()).isEqualTo("failed");
        assertThat(shown.path("failure").path("code").asText()).isEqualTo(failure.code());
        assertThat(shown.path("failure").path("detail").asText()).endsWith(".");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/connected",
                "//evil.example",
                "/\\\\evil.example",
                "https://platform.example@evil.example/connected",
                "https://platform.example.evil.example/connected",
                "https://platform.example:8443/connected",
                "http://platform.example/connected",
                "https://platform.example/connectedevil",
                "https://platform.example/connected/../x",
                "https://platform.example/connected/%2e%2e/x",
                "https://platform.example/connected#x",
                "javascript:alert(1)",
                "data:text/html,x",
                "https://platform.example/connected\\r\\nSet-Cookie: a=b",
                "%2f%2fevil.example",
                ""
            })
    void refusesAReturnAddressThatIsNotAllowed(String address) {
        open(tenant.newConnexion(), "{\"loginProduct\":\"instagram\",\"returnUrl\":\"" + address + "\"}")
                .isProblem(422, "return-url-not-allowed");
    }

    @Test
    void refusesAReturnAddressThatIsTooLong() {
        open(
                        tenant.newConnexion(),
                        "{\"loginProduct\":\"instagram\",\"returnUrl\":\"" + GOOD + "/" + "x".repeat(2048) + "\"}")
                .isProblem(422, "return-url-not-allowed");
    }

    @Test
    void takesAReturnAddressThatContinuesAnAllowedOne() {
        open(tenant.newConnexion(), "{\"loginProduct\":\"instagram\",\"returnUrl\":\"" + GOOD + "/lyon?a=b\"}")
                .has(201);
    }

    @Test
    void refusesALoginProductThatIsNotOfferedOrNotKnown() {
        var connexion = tenant.newConnexion();
        assertThat(open(connexion, "{\"loginProduct\":\"facebook\"}")
                        .isProblem(422, "validation-failed")
                        .faults())
                .containsExactly("/loginProduct");
        for (var product : new String[] {"\"Instagram\"", "\"\"", "7", "null"}) {
            assertThat(open(connexion, "{\"loginProduct\":" + product + "}")
                            .isProblem(422, "validation-failed")
                            .faults())
                    .containsExactly("/loginProduct");
        }
        open(connexion, "{\"loginProduct\":\"instagram\",\"scope\":\"all\"}").isProblem(400, "unknown-member");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[\"moon_walk\"]",
                "[\"instagram_business_basic\",\"instagram_business_basic\"]",
                "[null]",
                "[[\"instagram_business_basic\"]]",
                "[7]",
                "\"instagram_business_basic\"",
                "{}",
                "[\"\\u0000\"]",
                "[\"\\ud800\"]"
            })
    void refusesPermissionsThatCannotBeAskedFor(String permissions) {
        assertThat(open(tenant.newConnexion(), "{\"loginProduct\":\"instagram\",\"permissions\":" + permissions + "}")
                        .isProblem(422, "validation-failed")
                        .faults())
                .containsExactly("/permissions");
    }

    @Test
    void refusesMorePermissionsThanThereCouldBe() {
        var many = "[" + "\"x\",".repeat(10_000) + "\"y\"]";
        open(tenant.newConnexion(), "{\"loginProduct\":\"instagram\",\"permissions\":" + many + "}")
                .isProblem(422, "validation-failed");
    }

    @Test
    void takesAnEmptyListOfPermissionsForTheProfileAlone() {
        open(tenant.newConnexion(), "{\"loginProduct\":\"instagram\",\"permissions\":[]}")
                .has(201);
    }

    @Test
    void limitsHowManySessionsWait() {
        for (var i = 0; i < OpenAuthorizationSession.MAX_PENDING; i++) {
            open(tenant.newConnexion(), INSTAGRAM).has(201);
        }
        var refused = open(tenant.newConnexion(), INSTAGRAM).isProblem(429, "rate-limited");
        assertThat(refused.header("Retry-After")).isEqualTo("600");
        open(Tenant.of(service).newConnexion(), INSTAGRAM).isProblem(404, "not-found");
    }

    @Test
    void needsThePermissionToWrite() {
        var connexion = tenant.newConnexion();
        var id = open(connexion, INSTAGRAM).json().path("id").asText();
        var viewer = tenant.with(Permission.CONNEXIONS_READ);
        viewer.post("/v1/connexions/" + connexion + "/authorization-sessions", INSTAGRAM)
                .isProblem(403, "insufficient-permission");
        viewer.get("/v1/authorization-sessions/" + id).isProblem(403, "insufficient-permission");
    }

    @Test
    void hidesTheSessionsOfOthersAndThoseThatAreNone() {
        var theirs = Tenant.of(service);
        var id = theirs.http()
                .post("/v1/connexions/" + theirs.newConnexion() + "/authorization-sessions", INSTAGRAM)
                .json()
                .path("id")
                .asText();
        tenant.http().get("/v1/authorization-sessions/" + id).isProblem(404, "not-found");
        tenant.http().get("/v1/authorization-sessions/" + UUID.randomUUID()).isProblem(404, "not-found");
        open(UUID.randomUUID().toString(), INSTAGRAM).isProblem(404, "not-found");
    }

    private Reply open(String connexion, String body) {
        return tenant.http().post("/v1/connexions/" + connexion + "/authorization-sessions", body);
    }

    private Reply show(AuthorizationSessionId id) {
        return tenant.http().get("/v1/authorization-sessions/" + id.value()).has(200);
    }

    private String status(String session) {
        return show(new AuthorizationSessionId(UUID.fromString(session)))
                .json()
                .path("status")
                .asText();
    }

    private static String pathOf(String url) {
        return url.substring(TestService.PUBLIC_URL.toString().length());
    }
}
