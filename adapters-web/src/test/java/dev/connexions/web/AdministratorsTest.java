package dev.connexions.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connexions.application.testing.Fixtures;
import dev.connexions.domain.shared.Caller;
import dev.connexions.domain.shared.OrganisationId;
import dev.connexions.domain.shared.Permission;
import dev.connexions.web.testing.Client;
import dev.connexions.web.testing.Tenant;
import dev.connexions.web.testing.TestService;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How an administrator of the platform reaches beyond its own organisation: with a reason, and never unseen. */
class AdministratorsTest {

    private static final String ALL = "/v1/connexions";
    private static final String REASON = "ticket 4711: token expired";

    private final TestService service = new TestService.Builder().start();
    private final Tenant theirs = Tenant.of(service);
    private final Caller.User administrator = Fixtures.user(EnumSet.allOf(Permission.class));
    private final String connexion = theirs.newConnexion();

    AdministratorsTest() {
        service.store().registerAdministrator(administrator, null);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void showsWhatIsAnothersForAReasonAndWritesItDownThere() {
        var one = ALL + "/" + connexion;
        plain().get(one).isProblem(404, "not-found");
        assertThat(acting(null).get(one).has(200).text())
                .isEqualTo(theirs.http().get(one).text());
        var newest = theirs.http().get("/v1/audit?limit=1").json().path("items").path(0);
        assertThat(newest.path("action").asText()).isEqualTo("access.granted");
        assertThat(newest.path("actor").path("kind").asText()).isEqualTo("administrator");
        assertThat(newest.path("actor").path("id").asText())
                .isEqualTo(administrator.id().value().toString());
        assertThat(newest.path("actor").path("reason").asText()).isEqualTo(REASON);
        assertThat(newest.path("changes").path("operation").path("after").asText())
                .isEqualTo("GET /v1/connexions/{id}");
        assertThat(newest.path("connexionId").asText()).isEqualTo(connexion);
    }

    @Test
    void changesWhatIsAnothersInItsOwnName() {
        acting(null).post(ALL + "/" + connexion + "/disable", "").has(200);
        var newest = theirs.http().get("/v1/audit?limit=1").json().path("items").path(0);
        assertThat(newest.path("action").asText()).isEqualTo("connexion.disabled");
        assertThat(newest.path("actor").path("reason").asText()).isEqualTo(REASON);
    }

    @Test
    void reachesASessionOfAnother() {
        var session = theirs.http()
                .post(ALL + "/" + connexion + "/authorization-sessions", "{\"loginProduct\":\"instagram\"}")
                .has(201)
                .json()
                .path("id")
                .asText();
        plain().get("/v1/authorization-sessions/" + session).isProblem(404, "not-found");
        acting(null).get("/v1/authorization-sessions/" + session).has(200);
    }

    @Test
    void listsAndMakesInTheOrganisationThatItNames() {
        var within = acting(theirs.organisation());
        assertThat(within.get(ALL).has(200).json().path("items")).hasSize(1);
        var body = "{\"clientId\":\"" + UUID.randomUUID()
                + "\",\"accountEmail\":\"a@example.org\",\"organisationId\":\"%s\"}";
        var made = within.post(ALL, body.formatted(theirs.organisation().value()))
                .has(201)
                .json();
        assertThat(made.path("organisationId").asText())
                .isEqualTo(theirs.organisation().value().toString());
        theirs.http().get(ALL + "/" + made.path("id").asText()).has(200);
        within.post(ALL, body.formatted(UUID.randomUUID())).isProblem(422, "validation-failed");
        theirs.http().post(ALL, body.formatted(theirs.organisation().value())).isProblem(400, "unknown-member");
        assertThat(within.get("/v1/audit").has(200).json().path("items").size()).isGreaterThan(3);
    }

    @Test
    void listsAllOfThemForAReasonAndWritesItIntoThePlatformsChain() {
        var other = Tenant.of(service);
        other.newConnexion();
        var first = acting(null).get(ALL + "?limit=1").has(200).json();
        var second = acting(null)
                .get(ALL + "?limit=1&cursor=" + first.path("nextCursor").asText())
                .has(200)
                .json();
        // both are of one moment, and so in the order of their random ids
        assertThat(List.of(organisationOf(first), organisationOf(second)))
                .containsExactlyInAnyOrder(
                        theirs.organisation().value().toString(),
                        other.organisation().value().toString());
        acting(theirs.organisation())
                .get(ALL + "?limit=1&cursor=" + first.path("nextCursor").asText())
                .isProblem(400, "invalid-cursor");
        var chain = acting(null).get("/v1/audit").has(200).json().path("items");
        assertThat(chain).hasSize(3).allSatisfy(entry -> {
            assertThat(entry.path("action").asText()).isEqualTo("access.granted");
            assertThat(entry.path("actor").path("reason").asText()).isEqualTo(REASON);
        });
    }

    @Test
    void writesNothingDownInItsOwnOrganisation() {
        var own = Fixtures.user(EnumSet.allOf(Permission.class));
        service.store().registerAdministrator(own, theirs.organisation());
        var before = theirs.http().get("/v1/audit").text();
        service.client()
                .as(own)
                .with("Connexions-Reason", REASON)
                .get(ALL + "/" + connexion)
                .has(200);
        assertThat(theirs.http().get("/v1/audit").text()).isEqualTo(before);
    }

    @Test
    void helpsNobodyElse() {
        var stranger = Tenant.of(service);
        var asking = stranger.http().with("Connexions-Reason", REASON);
        asking.get(ALL + "/" + connexion).isProblem(404, "not-found");
        asking.get(ALL).isProblem(403, "insufficient-permission");
        asking.with("Connexions-Organisation", theirs.organisation().value().toString())
                .get(ALL)
                .isProblem(403, "insufficient-permission");
        asking.get(ALL + "/" + stranger.newConnexion()).has(200);
        assertThat(theirs.http().get("/v1/audit").json().path("items")).hasSize(1);
    }

    @Test
    void saysWhatIsWrongWithTheHeaders() {
        var organisation = theirs.organisation().value().toString();
        plain().with("Connexions-Organisation", organisation).get(ALL).isProblem(422, "validation-failed");
        acting(null).post(ALL, "{}").isProblem(422, "validation-failed");
        plain().with("Connexions-Reason", " ").get(ALL + "/" + connexion).isProblem(422, "validation-failed");
        plain().with("Connexions-Reason", "x".repeat(501))
                .get(ALL + "/" + connexion)
                .isProblem(422, "validation-failed");
        for (var wrong : new String[] {"x", "{" + organisation + "}", new UUID(0, 0).toString()}) {
            plain().with("Connexions-Reason", REASON)
                    .with("Connexions-Organisation", wrong)
                    .get(ALL)
                    .isProblem(422, "validation-failed");
        }
    }

    @Test
    void makesNothingForWhoeverNamesAnOrganisationWithoutAReason() {
        var stranger = Tenant.of(service);
        stranger.http()
                .with("Connexions-Organisation", theirs.organisation().value().toString())
                .post(ALL, "{\"clientId\":\"" + UUID.randomUUID() + "\",\"accountEmail\":\"a@example.org\"}")
                .isProblem(422, "validation-failed");
        assertThat(stranger.http().get(ALL).json().path("items")).isEmpty();
        assertThat(theirs.http().get(ALL).json().path("items")).hasSize(1);
    }

    @Test
    void acceptsEachHeaderOnce() {
        plain().with("Connexions-Reason", REASON)
                .with("Connexions-Reason", "another")
                .get(ALL + "/" + connexion)
                .isProblem(400, "malformed-request");
    }

    @Test
    void doesNotLookAtTheHeadersWhereThereIsNothingToReach() {
        plain().with("Connexions-Reason", " ")
                .with("Connexions-Organisation", "x")
                .get("/v1/me")
                .has(200);
    }

    @Test
    void holdsUnitsOfAnothersConnexion() {
        var reservations = ALL + "/" + connexion + "/quota/reservations";
        plain().post(reservations, "{\"units\":2}").isProblem(404, "not-found");
        acting(null).post(reservations, "{\"units\":2}").has(201);
        assertThat(theirs.http()
                        .get(ALL + "/" + connexion + "/quota")
                        .json()
                        .path("held")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void findsNothingWhereNothingIs() {
        acting(null).get(ALL + "/" + UUID.randomUUID()).isProblem(404, "not-found");
        acting(null).get("/v1/authorization-sessions/" + UUID.randomUUID()).isProblem(404, "not-found");
    }

    private static String organisationOf(JsonNode page) {
        return page.path("items").path(0).path("organisationId").asText();
    }

    private Client plain() {
        return service.client().as(administrator);
    }

    private Client acting(@Nullable OrganisationId organisation) {
        var reaching = plain().with("Connexions-Reason", REASON);
        return organisation == null
                ? reaching
                : reaching.with("Connexions-Organisation", organisation.value().toString());
    }
}
