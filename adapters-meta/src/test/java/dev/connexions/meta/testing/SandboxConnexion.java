package dev.connexions.meta.testing;

import dev.connexions.application.shared.MetaAccess;
import dev.connexions.domain.connexion.AccountId;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.media.MediaId;
import dev.connexions.domain.publication.MediaUrl;
import dev.connexions.domain.shared.AccessToken;
import dev.connexions.meta.sandbox.SandboxAccount;
import dev.connexions.meta.shared.GraphClient;
import dev.connexions.meta.shared.MetaSettings;
import java.util.Locale;

/** The real client, on behalf of an account whose owner consented at a sandbox; and the hands that move the sandbox. */
public final class SandboxConnexion implements AutoCloseable {

    private static final String FACEBOOK_SCOPES = RunningSandbox.FACEBOOK_SCOPES
            + ",instagram_manage_comments,instagram_manage_insights,instagram_manage_contents,pages_manage_metadata";

    private final RunningSandbox meta = RunningSandbox.start();
    private final MetaSettings settings = meta.settings();
    private final GraphClient client = new GraphClient(settings, meta.sandbox().clock());
    private final SandboxAccount account;
    private final MetaAccess access;

    public SandboxConnexion(LoginProduct product) {
        account = meta.account(
                "{\"username\":\"bakery.north\",\"type\":\"BUSINESS\",\"followers\":812,\"login\":\""
                        + product.name().toLowerCase(Locale.ROOT) + "\"}",
                "bakery.north");
        access = switch (product) {
            case INSTAGRAM -> MetaAccess.instagram(id(), new AccessToken(meta.longToken(account)));
            case FACEBOOK -> throughItsPage();
        };
    }

    private MetaAccess throughItsPage() {
        var person = meta.userToken(account, FACEBOOK_SCOPES);
        var page = meta.get("/graph.facebook.com/v26.0/me/accounts?fields=id,access_token", person)
                .json()
                .at("/data/0");
        return MetaAccess.facebook(
                id(),
                page.path("id").asText(),
                new AccessToken(page.path("access_token").asText()),
                new AccessToken(person));
    }

    private AccountId id() {
        return new AccountId(account.id());
    }

    public RunningSandbox meta() {
        return meta;
    }

    public MetaSettings settings() {
        return settings;
    }

    public GraphClient client() {
        return client;
    }

    public MetaAccess access() {
        return access;
    }

    public MediaUrl picture() {
        return new MediaUrl(file("bread.jpg", "image").json().path("url").asText());
    }

    public MediaUrl film() {
        return new MediaUrl(file("bread.mp4", "video").json().path("url").asText());
    }

    public byte[] filmBytes() {
        return meta.bytes(file("bread.mp4", "video").json().path("here").asText());
    }

    private RunningSandbox.Reply file(String name, String kind) {
        return tell("/files", "{\"name\":\"" + name + "\",\"" + kind + "\":{}}");
    }

    /** Something that the owner published by hand. */
    public MediaId published(String members) {
        return new MediaId(tell(accountPath() + "/media", "{" + members + "}")
                .json()
                .path("id")
                .asText());
    }

    public void revoke() {
        tell(accountPath() + "/revoke", "{}");
    }

    public void breakUpstream() {
        tell("/faults", "{\"behaviour\":\"html\"}");
    }

    public String accountPath() {
        return "/accounts/" + account.id();
    }

    /** To the sandbox's control API; it has to agree. */
    public RunningSandbox.Reply tell(String path, String json) {
        var reply = meta.control("POST", path, json);
        if (reply.status() >= 300) {
            throw new IllegalStateException(path + ": " + reply.body());
        }
        return reply;
    }

    @Override
    public void close() {
        client.close();
        meta.close();
    }
}
