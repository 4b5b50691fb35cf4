package dev.connexions.bootstrap.wiring;

import dev.connexions.bootstrap.settings.Settings;
import dev.connexions.db.shared.DatabaseSettings;
import dev.connexions.db.shared.Login;
import dev.connexions.meta.catalogue.GraphVersions;
import dev.connexions.meta.shared.AppSecret;
import dev.connexions.meta.shared.MetaSettings;
import dev.connexions.meta.shared.MetaSettings.FacebookApp;
import dev.connexions.meta.shared.MetaSettings.InstagramApp;
import dev.connexions.web.identity.TokenKeys;
import dev.connexions.web.identity.TokenRules;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the settings mean to each adapter. */
final class Wires {

    private static final String CALLBACK = "/meta/oauth/callback";

    private Wires() {}

    static DatabaseSettings database(Settings settings) {
        var database = settings.database();
        return new DatabaseSettings(
                database.url(), new Login(database.user(), database.password().value()), database.pool());
    }

    static MetaSettings meta(Settings settings) {
        var meta = settings.meta();
        return new MetaSettings(
                meta.graphVersion() == null ? GraphVersions.load().newest() : meta.graphVersion(),
                URI.create(settings.publicUrl() + CALLBACK),
                meta.instagram() == null ? null : instagram(meta.instagram()),
                meta.facebook() == null ? null : facebook(meta.facebook()));
    }

    private static InstagramApp instagram(Settings.InstagramApp app) {
        return new InstagramApp(
                app.id(),
                AppSecret.parse(app.secret().value()),
                or(app.dialogUrl(), InstagramApp.DIALOG_URL),
                or(app.tokenUrl(), InstagramApp.TOKEN_URL),
                or(app.graphUrl(), InstagramApp.GRAPH_URL));
    }

    private static FacebookApp facebook(Settings.FacebookApp app) {
        return new FacebookApp(
                app.id(),
                AppSecret.parse(app.secret().value()),
                or(app.dialogUrl(), FacebookApp.DIALOG_URL),
                or(app.graphUrl(), FacebookApp.GRAPH_URL),
                or(app.uploadUrl(), FacebookApp.UPLOAD_URL));
    }

    static TokenRules tokenRules(Settings.Jwt jwt) {
        var keys = jwt.secret() == null
                ? new TokenKeys.KeySet(Objects.requireNonNull(jwt.jwksUrl()))
                : new TokenKeys.SharedSecret(jwt.secret().value());
        return new TokenRules(keys, jwt.issuer(), jwt.audience(), jwt.leeway(), jwt.maxLifetime());
    }

    private static URI or(@Nullable URI chosen, URI byDefault) {
        return chosen == null ? byDefault : chosen;
    }
}
