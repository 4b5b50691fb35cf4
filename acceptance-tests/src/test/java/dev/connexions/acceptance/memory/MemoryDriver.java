package dev.connexions.acceptance.memory;

import static dev.connexions.acceptance.memory.Replies.found;
import static dev.connexions.acceptance.memory.Replies.refused;

import dev.connexions.acceptance.AtOnce;
import dev.connexions.acceptance.Driver;
import dev.connexions.acceptance.Driver.Answer.Given;
import dev.connexions.acceptance.Seen;
import dev.connexions.application.audit.ReadAuditTrail;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.shared.OrganisationId;
import dev.connexions.domain.shared.Permission;
import dev.connexions.domain.token.RenewalFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Speaks to the use cases, and says what came of it with the names that the API gives to problems. */
public final class MemoryDriver implements Driver {

    private final MemoryWiring wiring = new MemoryWiring();
    private final MemoryCallers callers = new MemoryCallers(wiring.app);
    private final MemoryConnexions connexions = new MemoryConnexions(wiring, callers);
    private final MemoryAuthorization authorization = new MemoryAuthorization(wiring, callers);
    private final MemoryConsent consent = new MemoryConsent(wiring.app.instagram());
    private final MemoryBrowsers browsers = new MemoryBrowsers(wiring.app, consent);
    private final MemoryQuota quotas = new MemoryQuota(wiring.app);
    private final MemoryPlatform platform = new MemoryPlatform(wiring.app);

    @Override
    public Organisation organisation(String name) {
        return callers.organisation(name);
    }

    @Override
    public Who administrator() {
        return callers.administrator();
    }

    @Override
    public Person person(String username, boolean personal) {
        return consent.person(username, personal);
    }

    @Override
    public Person facebookPerson(String username) {
        return MemoryConsent.facebookPerson(username);
    }

    @Override
    public Person withPage(Person person, String name, boolean linked) {
        return MemoryConsent.withPage(person, name, linked);
    }

    @Override
    public Person withPages(Person person, int count) {
        var with = person;
        for (var i = 1; i <= count; i++) {
            with = MemoryConsent.withPage(with, "Page " + i, true);
        }
        return with;
    }

    @Override
    public Answer<Seen.Connexion> create(Who who, UUID clientId, @Nullable String key) {
        return connexions.create(who, clientId, key);
    }

    @Override
    public Answer<Seen.Connexion> show(Who who, UUID connexion) {
        return connexions.show(who, connexion);
    }

    @Override
    public Answer<Seen.Page> list(Who who, Map<String, String> filters, int limit, @Nullable String cursor) {
        return connexions.list(who, filters, limit, cursor);
    }

    @Override
    public Answer<Seen.Connexion> enable(Who who, UUID connexion) {
        return connexions.enable(who, connexion);
    }

    @Override
    public Answer<Seen.Connexion> disable(Who who, UUID connexion) {
        return connexions.disable(who, connexion);
    }

    @Override
    public Answer<Seen.Connexion> update(
            Who who, UUID connexion, String clientType, UUID clientId, @Nullable String read) {
        return connexions.update(who, connexion, clientType, clientId, read);
    }

    @Override
    public String readAs(Who who, UUID connexion) {
        return connexions.readAs(who, connexion);
    }

    @Override
    public Answer<Seen.Nothing> erase(Who who, UUID connexion) {
        return connexions.erase(who, connexion);
    }

    @Override
    public Answer<Seen.Session> startSession(Who who, UUID connexion, String loginProduct) {
        return authorization.startSession(who, connexion, loginProduct);
    }

    @Override
    public Answer<Seen.Session> session(Who who, UUID session) {
        return authorization.session(who, session);
    }

    @Override
    public Answer<Seen.Session> choose(Who who, UUID session, String account) {
        return authorization.choose(who, session, account);
    }

    @Override
    public Answer<Seen.Grant> grant(Who who, UUID grant) {
        return authorization.grant(who, grant);
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
        return connexions.readToken(who, connexion);
    }

    @Override
    public Answer<Seen.Quota> limitQuota(Who who, UUID connexion, @Nullable Integer limit) {
        var id = new ConnexionId(connexion);
        return callers.permitted(who, Permission.CONNEXIONS_WRITE, id, user -> found(quotas.limit(user, id, limit)));
    }

    @Override
    public Answer<Seen.Quota> quota(Who who, UUID connexion) {
        var id = new ConnexionId(connexion);
        return callers.permitted(who, Permission.CONNEXIONS_READ, id, user -> found(quotas.show(user, id)));
    }

    @Override
    public Answer<Seen.Reservation> reserve(Who who, UUID connexion, int units) {
        var id = new ConnexionId(connexion);
        return callers.permitted(who, Permission.PUBLICATIONS_WRITE, id, user -> quotas.reserve(user, id, units));
    }

    @Override
    public Answer<Seen.Reservation> spend(Who who, UUID connexion, UUID reservation) {
        var id = new ConnexionId(connexion);
        return callers.permitted(who, Permission.PUBLICATIONS_WRITE, id, user -> quotas.spend(user, id, reservation));
    }

    @Override
    public Answer<Seen.Reservation> release(Who who, UUID connexion, UUID reservation) {
        var id = new ConnexionId(connexion);
        return callers.permitted(who, Permission.PUBLICATIONS_WRITE, id, user -> quotas.release(user, id, reservation));
    }

    @Override
    public Answer<Seen.Audit> audit(Who who, @Nullable UUID connexion) {
        var id = connexion == null ? null : new ConnexionId(connexion);
        var query = new ReadAuditTrail.Query(id, null, null, 200);
        return callers.permitted(who, Permission.AUDIT_READ, id, user -> switch (wiring.app
                .readAuditTrail()
                .handle(user, query)) {
            case ReadAuditTrail.Result.Listed(var organisation, var items, var next) -> new Given<>(wiring.seen(items));
            case ReadAuditTrail.Result.NotFound unknown -> refused("not-found");
            case ReadAuditTrail.Result.ForeignPosition foreign -> refused("invalid-cursor");
        });
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
        wiring.app.instagram().goesDown();
    }

    @Override
    public void mendMeta() {
        wiring.app.instagram().comesBack();
    }

    @Override
    public int exchangesAsked() {
        return wiring.app.instagram().exchanged().size();
    }

    @Override
    public boolean isForgotten(Person person) {
        return wiring.app.instagram().revoked().contains(MemoryConsent.facebookId(person));
    }

    @Override
    public void pass(Duration time) {
        wiring.app.clock().advance(time);
    }

    @Override
    public Instant now() {
        return wiring.app.clock().instant();
    }

    @Override
    public Answer<Seen.Connexion> refresh(Who who, UUID connexion) {
        return connexions.refresh(who, connexion);
    }

    @Override
    public void letWork(int replicas) {
        AtOnce.run(replicas, wiring::takeTurns);
    }

    @Override
    public void refuseRenewals() {
        wiring.app.tokens().fails(RenewalFailure.TOKEN_REFUSED);
    }

    @Override
    public int renewalsAsked(Person person) {
        // this scenario's account is the only one here
        return wiring.app.tokens().asked().size();
    }

    @Override
    public UUID platformStores(Organisation organisation, String status, @Nullable String token) {
        return platform.stores(new OrganisationId(organisation.id()), status, token)
                .value();
    }

    @Override
    public void platformWritesStatus(UUID connexion, String status) {
        platform.writesStatus(new ConnexionId(connexion), status);
    }

    @Override
    public void platformWritesToken(UUID connexion, String token) {
        platform.writesToken(new ConnexionId(connexion), token);
    }

    @Override
    public boolean isInClear(UUID connexion, String token) {
        return platform.isInClear(new ConnexionId(connexion));
    }

    @Override
    public void settle() {
        // the next scenario has a wiring of its own
    }
}
