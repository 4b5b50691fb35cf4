package dev.connexions.meta.testing;

import dev.connexions.application.shared.MetaAccess;
import dev.connexions.domain.connexion.AccountId;
import dev.connexions.domain.media.MediaId;
import dev.connexions.domain.publication.MediaUrl;
import dev.connexions.domain.shared.AccessToken;
import dev.connexions.meta.catalogue.GraphVersions;
import dev.connexions.meta.sandbox.SandboxAccount;
import dev.connexions.meta.shared.AppSecret;
import dev.connexions.meta.shared.GraphClient;
import dev.connexions.meta.shared.MetaSettings;
import java.net.URI;

/** The real client, on behalf of an account whose owner consented at a sandbox; and the hands that move the sandbox. */
public final class SandboxConnexion implements AutoCloseable {

    private final RunningSandbox meta = RunningSandbox.start();
    private final MetaSettings settings = settings(meta);
    private final GraphClient client = new GraphClient(settings, meta.sandbox().clock());
    private final SandboxAccount account =
            meta.account("{\"username\":\"bakery.north\",\"type\":\"BUSINESS\",\"followers\":812}", "bakery.north");
    private final MetaAccess access =
            MetaAccess.instagram(new AccountId(account.id()), new AccessToken(meta.longToken(account)));

    private static MetaSettings settings(RunningSandbox meta) {
        var sandbox = meta.sandbox();
        return new MetaSettings(
                GraphVersions.load().newest(),
                URI.create(RunningSandbox.REDIRECT),
                new MetaSettings.InstagramApp(
                        RunningSandbox.APP,
                        AppSecret.parse(RunningSandbox.SECRET),
                        sandbox.instagramDialogUrl(),
                        sandbox.instagramTokenUrl(),
                        sandbox.instagramGraphUrl()),
                null);
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
        return file("bread.jpg", "\"image\":{}");
    }

    public MediaUrl film() {
        return file("bread.mp4", "\"video\":{}");
    }

    private MediaUrl file(String name, String kind) {
        var made = tell("/files", "{\"name\":\"" + name + "\"," + kind + "}");
        return new MediaUrl(made.json().path("url").asText());
    }

    /** Something that the owner published by hand. */
    public MediaId published(String members) {
        return new MediaId(tell("/accounts/" + account.id() + "/media", "{" + members + "}")
                .json()
                .path("id")
                .asText());
    }

    public void revoke() {
        tell("/accounts/" + account.id() + "/revoke", "{}");
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
