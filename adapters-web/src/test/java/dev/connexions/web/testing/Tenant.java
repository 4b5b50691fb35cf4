package dev.connexions.web.testing;

import dev.connexions.application.testing.Fixtures;
import dev.connexions.domain.connexion.Account;
import dev.connexions.domain.connexion.Scopes;
import dev.connexions.domain.shared.Caller;
import dev.connexions.domain.shared.OrganisationId;
import dev.connexions.domain.shared.Permission;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;

/** An organisation of its own, and what its people do. */
public final class Tenant {

    private final TestService service;
    private final OrganisationId organisation = Fixtures.organisation();
    private final Caller.User everything;

    private Tenant(TestService service) {
        this.service = service;
        this.everything = service.store().register(Fixtures.service(), organisation);
    }

    public static Tenant of(TestService service) {
        return new Tenant(service);
    }

    public OrganisationId organisation() {
        return organisation;
    }

    /** Somebody with every permission. */
    public Caller.User user() {
        return everything;
    }

    public Client http() {
        return service.client().as(everything);
    }

    /** Somebody of the organisation with these permissions and no others. */
    public Client with(Permission... permissions) {
        var some = EnumSet.noneOf(Permission.class);
        some.addAll(List.of(permissions));
        return service.client().as(service.store().register(Fixtures.user(some), organisation));
    }

    public String newConnexion() {
        return newConnexion("{\"clientId\":\"" + UUID.randomUUID() + "\",\"accountEmail\":\"a@example.org\"}");
    }

    public String newConnexion(String body) {
        return http().post("/v1/connexions", body).has(201).json().path("id").asText();
    }

    /** Sends the owner through consent as a browser would go. */
    public String connected() {
        var connexion = newConnexion();
        connect(connexion, Fixtures.account(), Fixtures.allScopes());
        return connexion;
    }

    public Reply connect(String connexion, Account account, Scopes granted) {
        var opened = open(connexion, "{\"loginProduct\":\"instagram\"}");
        return Browser.at(service).opens(opened).agrees(service.instagram().consent(account, granted));
    }

    /** The path of a fresh link. */
    public String open(String connexion, String body) {
        var session = http().post("/v1/connexions/" + connexion + "/authorization-sessions", body)
                .has(201);
        return session.json()
                .path("authorizeUrl")
                .asText()
                .substring(TestService.PUBLIC_URL.toString().length());
    }
}
