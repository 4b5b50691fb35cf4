package dev.connexions.acceptance.full;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.connexions.acceptance.AtOnce;
import dev.connexions.acceptance.Driver;
import dev.connexions.acceptance.Driver.Answer.Given;
import dev.connexions.acceptance.Driver.Answer.Refused;
import dev.connexions.acceptance.FormQuery;
import dev.connexions.acceptance.Seen;
import dev.connexions.db.testing.Psql;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Speaks HTTP to the service as a platform's backend and a person's browser do. */
public final class FullDriver implements Driver {

    private static final Pattern COOKIE = Pattern.compile("([^=;]+)=([^;]*)");

    private final FullService service = FullService.running();
    private final Http http = service.http();
    private final SandboxControl meta = new SandboxControl(http, service.sandboxUrl());

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
        var cookie = cookie(browser.cookie());
        var page = choice(session);
        var reply = cookie == null ? http.get(page) : http.get(page, "Cookie", cookie);
        return reply.status() == 200 ? reply.text() : "";
    }

    @Override
    public Seen.Arrival chooseOnPage(Seen.Browser browser, UUID session, String account) {
        var cookie = cookie(browser.cookie());
        var fields = Map.of("account", account);
        var reply = cookie == null
                ? http.form(choice(session), fields)
                : http.form(choice(session), fields, "Cookie", cookie);
        return switch (reply.status()) {
            case 303 -> arrival(reply);
            case 422, 502 -> Seen.Arrival.CHOOSING;
            default -> Seen.Arrival.NOT_VALID;
        };
    }

    private URI choice(UUID session) {
        return service.url().resolve("/meta/oauth/choice/" + session);
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
        return switch (http.get(URI.create(link)).status()) {
            case 200 -> Seen.StartPage.READY;
            case 404 -> Seen.StartPage.UNKNOWN;
            default -> Seen.StartPage.OVER;
        };
    }

    @Override
    public Seen.Browser open(String link) {
        var reply = http.form(URI.create(link), Map.of());
        if (reply.status() != 303) {
            return new Seen.Browser(null, null);
        }
        return new Seen.Browser(
                URI.create(Optional.ofNullable(reply.header("Location")).orElseThrow()), reply.header("Set-Cookie"));
    }

    @Override
    public Seen.WayBack consent(Seen.Browser browser, Person person, Decision decision) {
        var page = Optional.ofNullable(browser.consentPage()).orElseThrow();
        var fields = new StringBuilder(credentials(person, decision instanceof Decision.Deny ? "deny" : "allow"));
        if (decision instanceof Decision.Allow(var except, var unticked)) {
            var form = boxes(page, person);
            tick(fields, form, "permission", except);
            tick(
                    fields,
                    form,
                    "page",
                    unticked.stream().map(name -> person.page(name).id()).collect(Collectors.toSet()));
        }
        var redirect = http.form(page, fields.toString()).header("Location");
        return new Seen.WayBack(FormQuery.parse(
                URI.create(Optional.ofNullable(redirect).orElseThrow(() -> new AssertionError("consent led nowhere")))
                        .getRawQuery()));
    }

    private static String credentials(Person person, String decision) {
        return Http.encoded(Map.of("username", person.username(), "password", person.password(), "decision", decision));
    }

    /** Instagram shows what it asks at once, Facebook to whoever logged in. */
    private String boxes(URI page, Person person) {
        var form = http.get(page).text();
        return form.contains("value=\"continue\"")
                ? http.form(page, credentials(person, "continue")).text()
                : form;
    }

    /** The empty value is the hidden field's, which tells who ticks nothing from who leaves the boxes out. */
    private static void tick(StringBuilder fields, String form, String field, Set<String> except) {
        Pattern.compile("name=\"" + field + "\" value=\"([^\"]*)\"")
                .matcher(form)
                .results()
                .map(match -> match.group(1))
                .filter(value -> !except.contains(value))
                .forEach(value -> fields.append('&').append(field).append('=').append(value));
    }

    @Override
    public Seen.Arrival comeBack(Seen.Browser browser, Seen.WayBack wayBack) {
        var callback = service.url().resolve("/meta/oauth/callback?" + Http.encoded(wayBack.parameters()));
        var cookie = cookie(browser.cookie());
        var reply = cookie == null ? http.get(callback) : http.get(callback, "Cookie", cookie);
        if (reply.status() != 303) {
            return Seen.Arrival.NOT_VALID;
        }
        return arrival(reply);
    }

    private static Seen.Arrival arrival(Http.Reply reply) {
        var end = URI.create(Optional.ofNullable(reply.header("Location")).orElseThrow());
        if (end.getPath().startsWith("/meta/oauth/choice/")) {
            return Seen.Arrival.CHOOSING;
        }
        return switch (FormQuery.parse(end.getRawQuery()).get("status")) {
            case "completed" -> Seen.Arrival.COMPLETED;
            case "failed" -> Seen.Arrival.FAILED;
            case null, default -> throw new AssertionError("the consent ended at " + end.getPath());
        };
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
        var id = UUID.randomUUID();
        service.database()
                .sql("insert into public.instagram_connexion (instagram_connexion_id, organisation_id, client_id,"
                        + " instagram_connexion_key, instagram_email_compte, instagram_statut_connexion,"
                        + " instagram_access_token, instagram_token_expire_at, instagram_business_account_id,"
                        + " instagram_permissions) values ('%s', '%s', gen_random_uuid(), '%s', 'a@example.org', '%s', %s, '%s', '%s', '{instagram_business_basic}')"
                                .formatted(
                                        id,
                                        organisation.id(),
                                        id,
                                        status,
                                        token == null ? "null" : "'" + token + "'",
                                        service.now().plus(Duration.ofDays(60)),
                                        id.getMostSignificantBits() >>> 1));
        return id;
    }

    @Override
    public void platformWritesStatus(UUID connexion, String status) {
        platformWrites(connexion, "instagram_statut_connexion", status);
    }

    @Override
    public void platformWritesToken(UUID connexion, String token) {
        platformWrites(connexion, "instagram_access_token", token);
    }

    private void platformWrites(UUID connexion, String column, String value) {
        service.database()
                .sql("update public.instagram_connexion set %s = '%s' where instagram_connexion_id = '%s'"
                        .formatted(column, value, connexion));
    }

    @Override
    public boolean isInClear(UUID connexion, String token) {
        try (var superuser = Psql.at(service.database().superuserUrl())) {
            return String.valueOf(superuser.one("select c::text from public.instagram_connexion c"
                            + " where instagram_connexion_id = '" + connexion + "'"))
                    .contains(token);
        }
    }

    @Override
    public void settle() {
        meta.healAll();
    }

    private static String path(UUID connexion) {
        return "/v1/connexions/" + connexion;
    }

    /** What a browser would send back of what it was given. */
    private static @Nullable String cookie(@Nullable String given) {
        if (given == null) {
            return null;
        }
        var pair = COOKIE.matcher(given);
        return pair.find() ? pair.group() : "connexions_oauth=" + given;
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
