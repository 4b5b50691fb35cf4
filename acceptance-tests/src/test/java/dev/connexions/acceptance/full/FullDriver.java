package dev.connexions.acceptance.full;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.connexions.acceptance.AtOnce;
import dev.connexions.acceptance.Driver;
import dev.connexions.acceptance.Driver.Answer.Given;
import dev.connexions.acceptance.Driver.Answer.Refused;
import dev.connexions.acceptance.Seen;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Speaks HTTP to the service as a platform's backend and a person's browser do. */
public final class FullDriver implements Driver {

    private final FullService service = FullService.running();
    private final Http http = service.http();
    private final SandboxControl meta = new SandboxControl(http, service.sandboxUrl());
    private final FullBrowsers browsers = new FullBrowsers(service, meta);
    private final FullPlatform platform = new FullPlatform(service);

    public FullDriver() {
        meta.forgetRequests();
    }

    @Override
    public Organisation organisation(String name) {
        return service.organisation(name);
    }

    @Override
    public Who administrator() {
        return service.administrator();
    }

    @Override
    public Person person(String username, boolean personal) {
        return meta.person(username, personal);
    }

    @Override
    public Person facebookPerson(String username) {
        return meta.facebookPerson(username);
    }

    @Override
    public Person withPage(Person person, String name, boolean linked) {
        return meta.withPage(person, name, linked);
    }

    @Override
    public Person withPages(Person person, int count) {
        var with = person;
        for (var i = 1; i <= count; i++) {
            with = meta.withPage(with, "Page " + i, true);
        }
        return with;
    }

    @Override
    public Answer<Seen.Connexion> create(Who who, UUID clientId, @Nullable String key) {
        var body = new HashMap<String, String>();
        body.put("clientId", clientId.toString());
        body.put("accountEmail", "owner@example.org");
        if (key != null) {
            body.put("key", key);
        }
        return answer(http.call("POST", "/v1/connexions", who, body), Json::connexion);
    }

    @Override
    public Answer<Seen.Connexion> show(Who who, UUID connexion) {
        return answer(http.call("GET", path(connexion), who, null), Json::connexion);
    }

    @Override
    public Answer<Seen.Page> list(Who who, Map<String, String> filters, int limit, @Nullable String cursor) {
        var query = new HashMap<>(filters);
        query.put("limit", Integer.toString(limit));
        if (cursor != null) {
            query.put("cursor", cursor);
        }
        return answer(http.call("GET", "/v1/connexions?" + Http.encoded(query), who, null), Json::page);
    }

    @Override
    public Answer<Seen.Connexion> enable(Who who, UUID connexion) {
        return answer(http.call("POST", path(connexion) + "/enable", who, null), Json::connexion);
    }

    @Override
    public Answer<Seen.Connexion> disable(Who who, UUID connexion) {
        return answer(http.call("POST", path(connexion) + "/disable", who, null), Json::connexion);
    }

    @Override
    public Answer<Seen.Connexion> update(
            Who who, UUID connexion, String clientType, UUID clientId, @Nullable String read) {
        var patch = Map.of("clientType", clientType, "clientId", clientId.toString());
        return answer(http.patch(path(connexion), who, read, patch), Json::connexion);
    }

    @Override
    public String readAs(Who who, UUID connexion) {
        return Optional.ofNullable(http.call("GET", path(connexion), who, null).header("ETag"))
                .orElseThrow();
    }

    @Override
    public Answer<Seen.Nothing> erase(Who who, UUID connexion) {
        return answer(http.call("DELETE", path(connexion), who, null), json -> new Seen.Nothing());
    }

    @Override
    public Answer<Seen.Session> startSession(Who who, UUID connexion, String loginProduct) {
        return answer(
                http.call(
                        "POST",
                        path(connexion) + "/authorization-sessions",
                        who,
                        Map.of(
                                "loginProduct",
                                loginProduct,
                                "returnUrl",
                                service.returnUrl().toString())),
                Json::session);
    }

    @Override
    public Answer<Seen.Session> session(Who who, UUID session) {
        return answer(http.call("GET", "/v1/authorization-sessions/" + session, who, null), Json::session);
    }

    @Override
    public Answer<Seen.Session> choose(Who who, UUID session, String account) {
        var path = "/v1/authorization-sessions/" + session + "/choice";
        return answer(http.call("POST", path, who, Map.of("accountId", account)), Json::session);
    }

    @Override
    public Answer<Seen.Grant> grant(Who who, UUID grant) {
        return answer(http.call("GET", "/v1/grants/" + grant, who, null), Json::grant);
    }

    @Override
    public String choicePage(Seen.Browser browser, UUID session) {
        return browsers.choicePage(browser, session);
    }

    @Override
    public Seen.Arrival chooseOnPage(Seen.Browser browser, UUID session, String account) {
        return browsers.chooseOnPage(browser, session, account);
    }

    @Override
    public Answer<Seen.Token> readToken(Who who, UUID connexion) {
        return answer(http.call("GET", path(connexion) + "/access-token", who, null), Json::token);
    }

    @Override
    public Answer<Seen.Quota> limitQuota(Who who, UUID connexion, @Nullable Integer limit) {
        var body = new HashMap<String, @Nullable Integer>();
        body.put("dailyLimit", limit);
        return answer(http.call("PUT", path(connexion) + "/quota", who, body), Json::quota);
    }

    @Override
    public Answer<Seen.Quota> quota(Who who, UUID connexion) {
        return answer(http.call("GET", path(connexion) + "/quota", who, null), Json::quota);
    }

    @Override
    public Answer<Seen.Reservation> reserve(Who who, UUID connexion, int units) {
        var body = Map.of("units", units);
        return answer(http.call("POST", reservations(connexion), who, body), Json::reservation);
    }

    @Override
    public Answer<Seen.Reservation> spend(Who who, UUID connexion, UUID reservation) {
        var path = reservations(connexion) + "/" + reservation + "/spend";
        return answer(http.call("POST", path, who, null), Json::reservation);
    }

    @Override
    public Answer<Seen.Reservation> release(Who who, UUID connexion, UUID reservation) {
        var path = reservations(connexion) + "/" + reservation;
        return answer(http.call("DELETE", path, who, null), Json::reservation);
    }

    private static String reservations(UUID connexion) {
        return path(connexion) + "/quota/reservations";
    }

    @Override
    public Answer<Seen.Audit> audit(Who who, @Nullable UUID connexion) {
        var path = connexion == null ? "/v1/audit" : path(connexion) + "/audit";
        return answer(http.call("GET", path + "?limit=200", who, null), Json::audit);
    }

    @Override
    public Seen.StartPage look(String link) {
        return browsers.look(link);
    }

    @Override
    public Seen.Browser open(String link) {
        return browsers.open(link);
    }

    @Override
    public Seen.WayBack consent(Seen.Browser browser, Person person, Decision decision) {
        return browsers.consent(browser, person, decision);
    }

    @Override
    public Seen.Arrival comeBack(Seen.Browser browser, Seen.WayBack wayBack) {
        return browsers.comeBack(browser, wayBack);
    }

    @Override
    public Seen.Arrival comeBack(Seen.Browser browser, Seen.WayBack wayBack, Runnable meanwhile) {
        return browsers.comeBack(browser, wayBack, meanwhile);
    }

    @Override
    public void breakMeta() {
        meta.breakDown();
    }

    @Override
    public void mendMeta() {
        meta.healAll();
    }

    @Override
    public int exchangesAsked() {
        return meta.codeExchanges();
    }

    @Override
    public boolean isForgotten(Person person) {
        return meta.hasRevoked(person);
    }

    @Override
    public void pass(Duration time) {
        meta.advance(time);
    }

    @Override
    public Instant now() {
        return service.now();
    }

    @Override
    public Answer<Seen.Connexion> refresh(Who who, UUID connexion) {
        return answer(http.call("POST", path(connexion) + "/refresh", who, null), Json::connexion);
    }

    @Override
    public void letWork(int replicas) {
        AtOnce.run(replicas, service::takeTurns);
    }

    @Override
    public void refuseRenewals() {
        meta.refuseRenewals();
    }

    @Override
    public int renewalsAsked(Person person) {
        return meta.renewals(person.accountId());
    }

    @Override
    public UUID platformStores(Organisation organisation, String status, @Nullable String token) {
        return platform.stores(organisation, status, token);
    }

    @Override
    public void platformWritesStatus(UUID connexion, String status) {
        platform.writesStatus(connexion, status);
    }

    @Override
    public void platformWritesToken(UUID connexion, String token) {
        platform.writesToken(connexion, token);
    }

    @Override
    public boolean isInClear(UUID connexion, String token) {
        return platform.isInClear(connexion, token);
    }

    @Override
    public void settle() {
        meta.healAll();
    }

    private static String path(UUID connexion) {
        return "/v1/connexions/" + connexion;
    }

    private static <T> Answer<T> answer(Http.Reply reply, Function<JsonNode, T> read) {
        if (reply.status() < 300) {
            return new Given<>(read.apply(reply.status() == 204 ? NullNode.getInstance() : reply.json()));
        }
        var problem = reply.json();
        return new Refused<>(
                problem.path("type").asText().replaceFirst("^.*/problems/", ""),
                problem.path("detail").asText());
    }
}
