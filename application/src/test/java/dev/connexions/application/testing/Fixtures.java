package dev.connexions.application.testing;

import dev.connexions.application.shared.MetaAccess;
import dev.connexions.domain.authorization.AuthorizationSession;
import dev.connexions.domain.authorization.AuthorizationSessionId;
import dev.connexions.domain.authorization.Grant;
import dev.connexions.domain.connexion.Account;
import dev.connexions.domain.connexion.AccountEmail;
import dev.connexions.domain.connexion.AccountId;
import dev.connexions.domain.connexion.AccountType;
import dev.connexions.domain.connexion.ClientRef;
import dev.connexions.domain.connexion.Connexion;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.connexion.ConnexionKey;
import dev.connexions.domain.connexion.DailyLimit;
import dev.connexions.domain.connexion.GrantId;
import dev.connexions.domain.connexion.Link;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.connexion.NewConnexion;
import dev.connexions.domain.connexion.ScopeCatalogue;
import dev.connexions.domain.connexion.Scopes;
import dev.connexions.domain.connexion.State;
import dev.connexions.domain.media.Media;
import dev.connexions.domain.media.MediaId;
import dev.connexions.domain.media.MediaSurface;
import dev.connexions.domain.media.MediaType;
import dev.connexions.domain.shared.AccessToken;
import dev.connexions.domain.shared.Caller;
import dev.connexions.domain.shared.OneTimeSecret;
import dev.connexions.domain.shared.OrganisationId;
import dev.connexions.domain.shared.Permission;
import dev.connexions.domain.shared.RequestId;
import dev.connexions.domain.shared.UserId;
import dev.connexions.domain.token.Refreshing;
import dev.connexions.domain.token.TokenLease;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Valid values to start a test from. Every id is random, so tests share a store without meeting. */
public final class Fixtures {

    /** A moment with microseconds, so that a store which drops them shows. */
    public static final Instant NOW = Instant.parse("2026-03-29T10:15:30.123456Z");

    public static final LoginProduct PRODUCT = LoginProduct.INSTAGRAM;

    public static final Duration TOKEN_LIFETIME = Duration.ofDays(60);

    private Fixtures() {}

    public static OrganisationId organisation() {
        return new OrganisationId(UUID.randomUUID());
    }

    /** A user whom no platform knows until it is registered with a store. */
    public static Caller.User operator() {
        return user(Permission.unlessStated());
    }

    public static Caller.User service() {
        return user(EnumSet.allOf(Permission.class));
    }

    public static Caller.User viewer() {
        return user(EnumSet.of(Permission.CONNEXIONS_READ, Permission.INSIGHTS_READ));
    }

    public static Caller.User user(Set<Permission> permissions) {
        return new Caller.User(new UserId(UUID.randomUUID()), permissions, RequestId.random());
    }

    public static Caller.Job job() {
        return Caller.Job.across("test", RequestId.random());
    }

    public static Caller.Job job(OrganisationId organisation) {
        return job().within(organisation);
    }

    public static ClientRef client() {
        return new ClientRef(ClientRef.DEFAULT_TYPE, UUID.randomUUID());
    }

    public static AccountEmail email() {
        return AccountEmail.chosen("atelier-" + UUID.randomUUID() + "@example.org");
    }

    public static NewConnexion newConnexion(OrganisationId organisation) {
        return newConnexion(organisation, ConnexionKey.generated());
    }

    public static NewConnexion newConnexion(OrganisationId organisation, ConnexionKey key) {
        return new NewConnexion(ConnexionId.random(), organisation, key, client(), email(), new DailyLimit(25), NOW);
    }

    public static Account account() {
        return account(AccountType.BUSINESS);
    }

    public static Account account(AccountType type) {
        var id = 17_840_000_000_000_000L + ThreadLocalRandom.current().nextLong(1_000_000_000_000L);
        return new Account(new AccountId(Long.toString(id)), "atelier." + id, type, null);
    }

    public static TokenLease lease() {
        return new TokenLease(NOW, NOW.plus(TOKEN_LIFETIME));
    }

    public static AccessToken token() {
        return new AccessToken("IGAA" + OneTimeSecret.random().reveal());
    }

    public static MetaAccess access(LoginProduct product) {
        return switch (product) {
            case INSTAGRAM -> MetaAccess.instagram(account().id(), token());
            case FACEBOOK -> MetaAccess.facebook(account().id(), "300100200", token(), token());
        };
    }

    /** A picture that was published at {@link #NOW}. */
    public static Media media(MediaSurface surface, @Nullable String caption) {
        var id = 17_950_000_000_000_100L + ThreadLocalRandom.current().nextLong(1_000_000_000_000L);
        return new Media(
                new MediaId(Long.toString(id)),
                MediaType.IMAGE,
                surface,
                caption,
                null,
                URI.create("https://www.instagram.com/p/C" + id + "/"),
                "C" + id,
                URI.create("https://cdn.example/" + id + ".jpg"),
                null,
                NOW,
                0L,
                0L,
                true,
                List.of());
    }

    public static Scopes allScopes() {
        return ScopeCatalogue.all(LoginProduct.INSTAGRAM);
    }

    public static Link link() {
        return link(account(), null);
    }

    public static Link link(Account account, @Nullable GrantId grant) {
        return new Link(LoginProduct.INSTAGRAM, account, grant, allScopes(), allScopes(), lease());
    }

    public static Grant grant(OrganisationId organisation) {
        return grant(organisation, account().id().value());
    }

    public static Grant grant(OrganisationId organisation, String metaUserId) {
        return new Grant(
                GrantId.random(),
                organisation,
                LoginProduct.INSTAGRAM,
                metaUserId,
                allScopes(),
                allScopes(),
                NOW,
                NOW.plusSeconds(1),
                null,
                null,
                1);
    }

    /** A person's consent to Facebook Login, whose token is kept. */
    public static Grant facebookGrant(OrganisationId organisation) {
        return new Grant(
                GrantId.random(),
                organisation,
                LoginProduct.FACEBOOK,
                account().id().value(),
                ScopeCatalogue.all(LoginProduct.FACEBOOK),
                ScopeCatalogue.all(LoginProduct.FACEBOOK),
                NOW,
                NOW,
                lease(),
                new UserId(UUID.randomUUID()),
                1);
    }

    /** An account as Facebook Login shows it, without a type and on a Page. */
    public static Account pageAccount() {
        var account = account();
        return new Account(
                account.id(), account.username(), null, "30" + account.id().value());
    }

    /** What hangs on a grant of Facebook Login: the Page's token has no end. */
    public static Link pageLink(Account account, Grant grant) {
        return new Link(
                grant.product(), account, grant.id(), grant.requested(), grant.granted(), new TokenLease(NOW, null));
    }

    /** The grant that a link names. */
    public static Grant grant(OrganisationId organisation, Link link, GrantId id) {
        var product = link.product() == null ? LoginProduct.INSTAGRAM : link.product();
        var person = link.account().id().value();
        return new Grant(id, organisation, product, person, link.requested(), link.granted(), NOW, NOW, null, null, 1);
    }

    /** The same connexion in another state, since {@link #NOW}. */
    public static Connexion with(Connexion connexion, State state) {
        return new Connexion(
                connexion.id(),
                connexion.organisation(),
                connexion.key(),
                connexion.client(),
                connexion.accountEmail(),
                connexion.dailyLimit(),
                connexion.enabled(),
                connexion.activatedAt(),
                state,
                NOW,
                connexion.lastSyncedAt(),
                connexion.stamps(),
                connexion.version(),
                connexion.refreshing());
    }

    /** The same connexion, with its renewal going like this. */
    public static Connexion refreshing(Connexion connexion, Refreshing refreshing) {
        return new Connexion(
                connexion.id(),
                connexion.organisation(),
                connexion.key(),
                connexion.client(),
                connexion.accountEmail(),
                connexion.dailyLimit(),
                connexion.enabled(),
                connexion.activatedAt(),
                connexion.state(),
                connexion.since(),
                connexion.lastSyncedAt(),
                connexion.stamps(),
                connexion.version(),
                refreshing);
    }

    /** The same connexion as a row that the platform wrote, of which the store keeps no state. */
    public static Connexion foreign(Connexion connexion) {
        return new Connexion(
                connexion.id(),
                connexion.organisation(),
                connexion.key(),
                connexion.client(),
                connexion.accountEmail(),
                connexion.dailyLimit(),
                connexion.enabled(),
                connexion.activatedAt(),
                connexion.state(),
                connexion.since(),
                connexion.lastSyncedAt(),
                connexion.stamps(),
                0,
                Refreshing.NONE);
    }

    public static AuthorizationSession session(OrganisationId organisation, ConnexionId connexion, Instant now) {
        return session(organisation, connexion, OneTimeSecret.random(), now);
    }

    public static AuthorizationSession session(
            OrganisationId organisation, ConnexionId connexion, OneTimeSecret link, Instant now) {
        return AuthorizationSession.start(
                AuthorizationSessionId.random(),
                organisation,
                connexion,
                LoginProduct.INSTAGRAM,
                allScopes(),
                null,
                new UserId(UUID.randomUUID()),
                link,
                now);
    }
}
