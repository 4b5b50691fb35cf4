package dev.connexions.meta.authorization;

import dev.connexions.application.authorization.InstagramLogin;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.connexion.Scopes;
import dev.connexions.domain.shared.OneTimeSecret;
import dev.connexions.meta.catalogue.GraphVersions;
import dev.connexions.meta.sandbox.SandboxAccount;
import dev.connexions.meta.shared.AppSecret;
import dev.connexions.meta.shared.GraphClient;
import dev.connexions.meta.shared.MetaSettings;
import dev.connexions.meta.testing.RunningSandbox;
import java.net.URI;
import java.util.List;

/** The real client, aimed at a sandbox. */
final class SandboxLogin implements AutoCloseable {

    final RunningSandbox meta = RunningSandbox.start();
    final GraphClient client = new GraphClient(settings(meta), meta.sandbox().clock());
    final GraphLogin login =
            new GraphLogin(client, settings(meta), meta.sandbox().clock());

    static MetaSettings settings(RunningSandbox meta) {
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

    /** The owner goes to the page that the client names, ticks these boxes, and comes back with a code. */
    InstagramLogin.Code consent(SandboxAccount account, Scopes requested, Scopes ticked) {
        var page = login.consentPage(LoginProduct.INSTAGRAM, requested, OneTimeSecret.random());
        var path = page.toString().substring(meta.sandbox().url().toString().length());
        return new InstagramLogin.Code(RunningSandbox.codeIn(meta.allow(path, account, List.copyOf(ticked.names()))));
    }

    InstagramLogin.Exchange exchange(InstagramLogin.Code code) {
        return login.exchange(LoginProduct.INSTAGRAM, code);
    }

    @Override
    public void close() {
        client.close();
        meta.close();
    }
}
