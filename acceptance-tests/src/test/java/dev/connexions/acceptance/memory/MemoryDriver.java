package dev.connexions.acceptance.memory;

import dev.connexions.acceptance.AtOnce;
import dev.connexions.acceptance.Driver;
import dev.connexions.acceptance.Driver.Answer.Given;
import dev.connexions.acceptance.Driver.Answer.Refused;
import dev.connexions.acceptance.FormQuery;
import dev.connexions.acceptance.Seen;
import dev.connexions.application.audit.ActAsAdministrator;
import dev.connexions.application.audit.ActAsAdministrator.Target;
import dev.connexions.application.audit.ReadAuditTrail;
import dev.connexions.application.audit.RefuseAccess;
import dev.connexions.application.authorization.BeginConsent;
import dev.connexions.application.authorization.ChooseAccount;
import dev.connexions.application.authorization.ChooseInBrowser;
import dev.connexions.application.authorization.CompleteAuthorization;
import dev.connexions.application.authorization.InstagramLogin.Code;
import dev.connexions.application.authorization.OpenAuthorizationSession;
import dev.connexions.application.connexion.ConnexionReads.Position;
import dev.connexions.application.connexion.CreateConnexion;
import dev.connexions.application.connexion.EraseConnexion;
import dev.connexions.application.connexion.ListConnexions;
import dev.connexions.application.connexion.SwitchConnexion;
import dev.connexions.application.connexion.UpdateConnexion;
import dev.connexions.application.testing.Fixtures;
import dev.connexions.application.token.ReadAccessToken;
import dev.connexions.application.token.RefreshToken;
import dev.connexions.domain.authorization.AuthorizationSessionId;
import dev.connexions.domain.authorization.Obstacle;
import dev.connexions.domain.connexion.AccountId;
import dev.connexions.domain.connexion.ClientRef;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.connexion.ConnexionKey;
import dev.connexions.domain.connexion.GrantId;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.shared.Caller;
import dev.connexions.domain.shared.OneTimeSecret;
import dev.connexions.domain.shared.OrganisationId;
import dev.connexions.domain.shared.Permission;
import dev.connexions.domain.shared.RequestId;
import dev.connexions.domain.token.RenewalFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Speaks to the use cases, and says what came of it with the names that the API gives to problems. */
public final class MemoryDriver implements Driver {

    private static final Duration A_MOMENT = Duration.ofMillis(1);

    private final MemoryWiring wiring = new MemoryWiring();
    private final MemoryQuota quotas = new MemoryQuota(wiring.app);
    private final MemoryPlatform platform = new MemoryPlatform(wiring.app);
    private final Map<String, Caller.User> users = new HashMap<>();
    private final MemoryConsent consent = new MemoryConsent(wiring.app.instagram());
    private final Map<String, ListPlace> places = new ConcurrentHashMap<>();

    private record ListPlace(OrganisationId organisation, Map<String, String> filters, Position position) {}

    @Override
    public Organisation organisation(String name) {
        var organisation = Fixtures.organisation();
        var credentials = new EnumMap<Role, String>(Role.class);
        for (var role : Role.values()) {
            var user = switch (role) {
                case OPERATOR -> Fixtures.operator();
                case VIEWER -> Fixtures.viewer();
                case SERVICE -> Fixtures.service();
            };
            var credential = user.id().value().toString();
            users.put(credential, wiring.app.store().register(user, organisation));
            credentials.put(role, credential);
        }
        return new Organisation(name, organisation.value(), credentials);
    }

    @Override
    public Who administrator() {
        var user = wiring.app.store().registerAdministrator(Fixtures.service(), null);
        var credential = user.id().value().toString();
        users.put(credential, user);
        return new Who(credential, null);
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
        wiring.app.clock().advance(A_MOMENT);
        return permitted(who, Permission.CONNEXIONS_WRITE, null, user -> {
            var command = new CreateConnexion.Command(
                    new ClientRef(ClientRef.DEFAULT_TYPE, clientId),
                    Fixtures.email(),
                    key == null ? null : ConnexionKey.chosen(key),
                    null);
            return switch (wiring.app.createConnexion().handle(user, command)) {
                case CreateConnexion.Result.Created(var connexion) -> new Given<>(wiring.seen(connexion));
                case CreateConnexion.Result.KeyAlreadyUsed used -> refused("key-already-used");
            };
        });
    }

    @Override
    public Answer<Seen.Connexion> show(Who who, UUID connexion) {
        var id = new ConnexionId(connexion);
        return permitted(
                who,
                Permission.CONNEXIONS_READ,
                id,
                user -> found(wiring.app.showConnexion().handle(user, id).map(wiring::seen)));
    }

    @Override
    public Answer<Seen.Page> list(Who who, Map<String, String> filters, int limit, @Nullable String cursor) {
        var place = cursor == null ? null : places.get(cursor);
        if (cursor != null && (place == null || !place.filters().equals(filters))) {
            return refused("invalid-cursor");
        }
        var query = new ListConnexions.Query(
                Filters.of(filters),
                place == null ? null : place.organisation(),
                place == null ? null : place.position(),
                limit);
        return permitted(who, Permission.CONNEXIONS_READ, null, user -> switch (wiring.app
                .listConnexions()
                .handle(user, query)) {
            case ListConnexions.Result.ForeignPosition foreign -> refused("invalid-cursor");
            case ListConnexions.Result.Listed(var organisation, var items, var next) ->
                new Given<>(new Seen.Page(
                        items.stream().map(wiring::seen).toList(),
                        next == null ? null : remember(new ListPlace(organisation, filters, next))));
        });
    }

    @Override
    public Answer<Seen.Connexion> enable(Who who, UUID connexion) {
        return turn(who, connexion, SwitchConnexion.Position.ENABLED);
    }

    @Override
    public Answer<Seen.Connexion> disable(Who who, UUID connexion) {
        return turn(who, connexion, SwitchConnexion.Position.DISABLED);
    }

    @Override
    public Answer<Seen.Connexion> update(
            Who who, UUID connexion, String clientType, UUID clientId, @Nullable String read) {
        var id = new ConnexionId(connexion);
        var command = new UpdateConnexion.Command(
                id,
                clientType,
                clientId,
                null,
                current -> read == null || read.equals(Long.toString(current.version())));
        return permitted(who, Permission.CONNEXIONS_WRITE, id, user -> switch (wiring.app
                .updateConnexion()
                .handle(user, command)) {
            case UpdateConnexion.Result.Updated(var updated) -> new Given<>(wiring.seen(updated));
            case UpdateConnexion.Result.NotFound unknown -> refused("not-found");
            case UpdateConnexion.Result.PreconditionFailed failed -> refused("precondition-failed");
        });
    }

    @Override
    public String readAs(Who who, UUID connexion) {
        return wiring.app
                .showConnexion()
                .handle(user(who), new ConnexionId(connexion))
                .map(found -> Long.toString(found.version()))
                .orElseThrow();
    }

    @Override
    public Answer<Seen.Nothing> erase(Who who, UUID connexion) {
        var id = new ConnexionId(connexion);
        return permitted(who, Permission.CONNEXIONS_WRITE, id, user -> switch (wiring.app
                .eraseConnexion()
                .handle(user, new EraseConnexion.Command(id))) {
            case EraseConnexion.Result.Erased erased -> new Given<>(new Seen.Nothing());
            case EraseConnexion.Result.NotFound unknown -> refused("not-found");
            case EraseConnexion.Result.PreconditionFailed failed -> refused("precondition-failed");
        });
    }

    @Override
    public Answer<Seen.Session> startSession(Who who, UUID connexion, String loginProduct) {
        var id = new ConnexionId(connexion);
        var product = LoginProduct.of(loginProduct).orElseThrow();
        var command = new OpenAuthorizationSession.Command(id, product, null, null);
        return permitted(who, Permission.CONNEXIONS_WRITE, id, user -> switch (wiring.app
                .openAuthorizationSession()
                .handle(user, command)) {
            case OpenAuthorizationSession.Result.Opened(var session, var link, var affected) ->
                new Given<>(wiring.seen(session, link.reveal(), affected));
            case OpenAuthorizationSession.Result.NotFound unknown -> refused("not-found");
            case OpenAuthorizationSession.Result.ProductNotOffered no -> refused("validation-failed");
            case OpenAuthorizationSession.Result.UnknownPermissions no -> refused("validation-failed");
            case OpenAuthorizationSession.Result.ReturnUrlNotAllowed no -> refused("return-url-not-allowed");
            case OpenAuthorizationSession.Result.TooManyPending many -> refused("rate-limited");
        });
    }

    @Override
    public Answer<Seen.Session> session(Who who, UUID session) {
        return found(wiring.app
                .showAuthorizationSession()
                .handle(user(who), new AuthorizationSessionId(session))
                .map(found -> wiring.seen(found.session(), null, found.affected())));
    }

    @Override
    public Answer<Seen.Session> choose(Who who, UUID session, String account) {
        var id = new AuthorizationSessionId(session);
        var command = new ChooseAccount.Command(id, new AccountId(account));
        return permitted(who, Permission.CONNEXIONS_WRITE, null, user -> switch (wiring.app
                .chooseAccount()
                .handle(user, command)) {
            case ChooseAccount.Result.Completed completed -> session(who, session);
            case ChooseAccount.Result.Failed failed -> session(who, session);
            case ChooseAccount.Result.NotFound none -> refused("not-found");
            case ChooseAccount.Result.NotOffered(var why) ->
                refused(why == Obstacle.ALREADY_LINKED ? "already-linked" : "validation-failed");
            case ChooseAccount.Result.NothingToChoose nothing -> refused("illegal-transition");
            case ChooseAccount.Result.Unproved again -> refused("upstream-failed");
            case ChooseAccount.Result.Overtaken overtaken -> refused("conflict");
        });
    }

    @Override
    public Answer<Seen.Grant> grant(Who who, UUID grant) {
        return permitted(
                who,
                Permission.CONNEXIONS_READ,
                null,
                user -> found(wiring.app
                        .showGrant()
                        .handle(user, new GrantId(grant))
                        .map(shown -> new Seen.Grant(
                                grant,
                                shown.connexions().stream()
                                        .map(each -> each.id().value())
                                        .toList(),
                                List.copyOf(shown.grant().missing().names())))));
    }

    @Override
    public String choicePage(Seen.Browser browser, UUID session) {
        return wiring.app.chooseInBrowser().handle(inBrowser(browser, session, null))
                        instanceof ChooseInBrowser.Result.Choosing(var shown)
                ? shown.candidates().toString()
                : "";
    }

    @Override
    public Seen.Arrival chooseOnPage(Seen.Browser browser, UUID session, String account) {
        return switch (wiring.app.chooseInBrowser().handle(inBrowser(browser, session, account))) {
            case ChooseInBrowser.Result.Chosen(var from, ChooseAccount.Result.Completed completed) ->
                Seen.Arrival.COMPLETED;
            case ChooseInBrowser.Result.Chosen(var from, ChooseAccount.Result.Failed failed) -> Seen.Arrival.FAILED;
            case ChooseInBrowser.Result.Chosen other -> Seen.Arrival.CHOOSING;
            case ChooseInBrowser.Result.Choosing other -> Seen.Arrival.CHOOSING;
            case ChooseInBrowser.Result.NothingToChoose nothing -> Seen.Arrival.NOT_VALID;
            case ChooseInBrowser.Result.Unknown unknown -> Seen.Arrival.NOT_VALID;
        };
    }

    private static ChooseInBrowser.Command inBrowser(Seen.Browser browser, UUID session, @Nullable String account) {
        return new ChooseInBrowser.Command(
                new AuthorizationSessionId(session),
                new OneTimeSecret(browser.cookie() == null ? "" : browser.cookie()),
                account == null ? null : new AccountId(account),
                RequestId.random());
    }

    @Override
    public Answer<Seen.Token> readToken(Who who, UUID connexion) {
        var id = new ConnexionId(connexion);
        return permitted(who, Permission.TOKENS_READ, id, user -> switch (wiring.app
                .readAccessToken()
                .handle(user, id)) {
            case ReadAccessToken.Result.Read(var token, var expiresAt, var scopes) ->
                new Given<>(new Seen.Token(token.reveal(), expiresAt));
            case ReadAccessToken.Result.ReconnectRequired required -> refused("reconnect-required");
            case ReadAccessToken.Result.NotFound unknown -> refused("not-found");
        });
    }

    @Override
    public Answer<Seen.Quota> limitQuota(Who who, UUID connexion, @Nullable Integer limit) {
        var id = new ConnexionId(connexion);
        return permitted(who, Permission.CONNEXIONS_WRITE, id, user -> found(quotas.limit(user, id, limit)));
    }

    @Override
    public Answer<Seen.Quota> quota(Who who, UUID connexion) {
        var id = new ConnexionId(connexion);
        return permitted(who, Permission.CONNEXIONS_READ, id, user -> found(quotas.show(user, id)));
    }

    @Override
    public Answer<Seen.Reservation> reserve(Who who, UUID connexion, int units) {
        var id = new ConnexionId(connexion);
        return permitted(who, Permission.PUBLICATIONS_WRITE, id, user -> quotas.reserve(user, id, units));
    }

    @Override
    public Answer<Seen.Reservation> spend(Who who, UUID connexion, UUID reservation) {
        var id = new ConnexionId(connexion);
        return permitted(who, Permission.PUBLICATIONS_WRITE, id, user -> quotas.spend(user, id, reservation));
    }

    @Override
    public Answer<Seen.Reservation> release(Who who, UUID connexion, UUID reservation) {
        var id = new ConnexionId(connexion);
        return permitted(who, Permission.PUBLICATIONS_WRITE, id, user -> quotas.release(user, id, reservation));
    }

    @Override
    public Answer<Seen.Audit> audit(Who who, @Nullable UUID connexion) {
        var id = connexion == null ? null : new ConnexionId(connexion);
        var query = new ReadAuditTrail.Query(id, null, null, 200);
        return permitted(who, Permission.AUDIT_READ, id, user -> switch (wiring.app
                .readAuditTrail()
                .handle(user, query)) {
            case ReadAuditTrail.Result.Listed(var organisation, var items, var next) -> new Given<>(wiring.seen(items));
            case ReadAuditTrail.Result.NotFound unknown -> refused("not-found");
            case ReadAuditTrail.Result.ForeignPosition foreign -> refused("invalid-cursor");
        });
    }

    @Override
    public Seen.StartPage look(String link) {
        return switch (wiring.app.beginConsent().handle(follow(link, false))) {
            case BeginConsent.Result.Ready ready -> Seen.StartPage.READY;
            case BeginConsent.Result.Over over -> Seen.StartPage.OVER;
            case BeginConsent.Result.Unknown unknown -> Seen.StartPage.UNKNOWN;
            case BeginConsent.Result.SentToMeta sent -> throw new AssertionError("a look went to Meta");
        };
    }

    @Override
    public Seen.Browser open(String link) {
        return wiring.app.beginConsent().handle(follow(link, true))
                        instanceof BeginConsent.Result.SentToMeta(var page, var secret)
                ? new Seen.Browser(page, secret.reveal())
                : new Seen.Browser(null, null);
    }

    @Override
    public Seen.WayBack consent(Seen.Browser browser, Person person, Decision decision) {
        var asked = FormQuery.parse(
                Optional.ofNullable(browser.consentPage()).orElseThrow().getRawQuery());
        var state = required(asked, "state");
        return switch (decision) {
            case Decision.Deny deny -> new Seen.WayBack(Map.of("state", state, "error", "access_denied"));
            case Decision.Allow allow -> {
                var scopes = List.of(required(asked, "scope").split(",", -1));
                yield new Seen.WayBack(Map.of(
                        "state",
                        state,
                        "code",
                        consent.allow(state, scopes, person, allow).value()));
            }
        };
    }

    @Override
    public Seen.Arrival comeBack(Seen.Browser browser, Seen.WayBack wayBack) {
        var code = wayBack.parameters().get("code");
        var command = new CompleteAuthorization.Command(
                new OneTimeSecret(required(wayBack.parameters(), "state")),
                new OneTimeSecret(browser.cookie() == null ? "" : browser.cookie()),
                code == null
                        ? new CompleteAuthorization.Answer.Denied()
                        : new CompleteAuthorization.Answer.Consented(new Code(code)),
                RequestId.random());
        return switch (wiring.app.completeAuthorization().handle(command)) {
            case CompleteAuthorization.Result.Completed completed -> Seen.Arrival.COMPLETED;
            case CompleteAuthorization.Result.Failed failed -> Seen.Arrival.FAILED;
            case CompleteAuthorization.Result.AwaitingChoice choosing -> Seen.Arrival.CHOOSING;
            case CompleteAuthorization.Result.StateInvalid invalid -> Seen.Arrival.NOT_VALID;
            case CompleteAuthorization.Result.Overtaken overtaken -> Seen.Arrival.NOT_VALID;
        };
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
    public void pass(Duration time) {
        wiring.app.clock().advance(time);
    }

    @Override
    public Instant now() {
        return wiring.app.clock().instant();
    }

    @Override
    public Answer<Seen.Connexion> refresh(Who who, UUID connexion) {
        var id = new ConnexionId(connexion);
        return permitted(who, Permission.CONNEXIONS_WRITE, id, user -> switch (wiring.app
                .refreshToken()
                .handle(user, id)) {
            case RefreshToken.Result.Renewed(var renewed) -> new Given<>(wiring.seen(renewed));
            case RefreshToken.Result.NotNeeded(var unchanged) -> new Given<>(wiring.seen(unchanged));
            case RefreshToken.Result.TooEarly early -> refused("too-early-to-refresh");
            case RefreshToken.Result.ReconnectRequired required -> refused("reconnect-required");
            case RefreshToken.Result.Failed failed -> refused("upstream-failed");
            case RefreshToken.Result.InProgress busy -> refused("conflict");
            case RefreshToken.Result.Overtaken overtaken -> refused("conflict");
            case RefreshToken.Result.NotFound unknown -> refused("not-found");
        });
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

    private Answer<Seen.Connexion> turn(Who who, UUID connexion, SwitchConnexion.Position position) {
        var id = new ConnexionId(connexion);
        return permitted(
                who,
                Permission.CONNEXIONS_WRITE,
                id,
                user -> found(wiring.app
                        .switchConnexion()
                        .handle(user, new SwitchConnexion.Command(id, position))
                        .map(wiring::seen)));
    }

    /** What the web adapter asks before each operation. */
    private <T> Answer<T> permitted(
            Who who, Permission permission, @Nullable ConnexionId connexion, Function<Caller.User, Answer<T>> work) {
        var user = user(who);
        if (user.may(permission)) {
            return reach(user, who.reach(), connexion).then(work);
        }
        if (connexion != null
                && wiring.app.refuseAccess().handle(user, new RefuseAccess.Command(connexion, permission))
                        instanceof RefuseAccess.Result.NotFound) {
            return refused("not-found");
        }
        return new Refused<>("insufficient-permission", permission.code());
    }

    private Reached reach(Caller.User user, @Nullable Reach reach, @Nullable ConnexionId connexion) {
        if (reach == null) {
            return new Reached(user, "");
        }
        var command = new ActAsAdministrator.Command(target(reach, connexion), reach.reason(), "scenario");
        return switch (wiring.app.actAsAdministrator().handle(user, command)) {
            case ActAsAdministrator.Result.Granted(var acting) -> new Reached(acting, "");
            case ActAsAdministrator.Result.NotFound none -> new Reached(null, "not-found");
            case ActAsAdministrator.Result.NotAdministrator other ->
                connexion == null ? new Reached(null, "insufficient-permission") : new Reached(user, "");
        };
    }

    private static Target target(Reach reach, @Nullable ConnexionId connexion) {
        if (connexion != null) {
            return new Target.OfConnexion(connexion);
        }
        return reach.organisation() == null
                ? new Target.Everywhere()
                : new Target.Organisation(
                        new OrganisationId(reach.organisation().id()));
    }

    /** @param as absent when it went no further */
    private record Reached(Caller.@Nullable User as, String problem) {

        <T> Answer<T> then(Function<Caller.User, Answer<T>> work) {
            return as == null ? refused(problem) : work.apply(as);
        }
    }

    private Caller.User user(Who who) {
        return Optional.ofNullable(users.get(who.credential())).orElseThrow();
    }

    private String remember(ListPlace place) {
        var cursor = UUID.randomUUID().toString();
        places.put(cursor, place);
        return cursor;
    }

    private static BeginConsent.Command follow(String link, boolean press) {
        return new BeginConsent.Command(new OneTimeSecret(link), press, RequestId.random());
    }

    private static String required(Map<String, String> parameters, String name) {
        return Optional.ofNullable(parameters.get(name)).orElseThrow(() -> new AssertionError("no " + name));
    }

    private static <T> Answer<T> found(Optional<T> value) {
        return value.<Answer<T>>map(Given::new).orElseGet(() -> refused("not-found"));
    }

    private static <T> Answer<T> refused(String problem) {
        return new Refused<>(problem, "");
    }
}
