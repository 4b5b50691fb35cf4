package dev.connexions.bootstrap.settings;

import static dev.connexions.bootstrap.settings.SettingName.*;

import dev.connexions.meta.shared.AppSecret;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Who we are to Meta: an app of Instagram Login, one of Facebook Login for Business, or both. */
final class MetaSettingsReader {

    private static final Pattern APP_ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private static final Pattern VERSION = Pattern.compile("v[1-9][0-9]{0,2}\\.[0-9]");

    private record App(String id, Secret secret) {}

    private MetaSettingsReader() {}

    static Settings.Meta read(SettingsReader reader) {
        var instagram = app(reader, META_INSTAGRAM_APP_ID, META_INSTAGRAM_APP_SECRET);
        var facebook = app(reader, META_FACEBOOK_APP_ID, META_FACEBOOK_APP_SECRET);
        if (instagram == null && facebook == null) {
            reader.fault(META_INSTAGRAM_APP_ID, "or " + META_FACEBOOK_APP_ID.variable() + " is required");
        }
        var version = reader.text(META_GRAPH_VERSION);
        if (version != null && !VERSION.matcher(version).matches()) {
            reader.fault(META_GRAPH_VERSION, "looks like v26.0");
        }
        return new Settings.Meta(
                version,
                instagram == null
                        ? null
                        : new Settings.InstagramApp(
                                instagram.id(),
                                instagram.secret(),
                                reader.url(META_INSTAGRAM_GRAPH_URL),
                                reader.url(META_INSTAGRAM_DIALOG_URL),
                                reader.url(META_INSTAGRAM_TOKEN_URL)),
                facebook == null
                        ? null
                        : new Settings.FacebookApp(
                                facebook.id(),
                                facebook.secret(),
                                reader.url(META_FACEBOOK_GRAPH_URL),
                                reader.url(META_FACEBOOK_DIALOG_URL),
                                reader.url(META_FACEBOOK_UPLOAD_URL)));
    }

    private static @Nullable App app(SettingsReader reader, SettingName id, SettingName secret) {
        if (!reader.has(id) && reader.secret(secret) == null) {
            return null;
        }
        var app = new App(reader.required(id), reader.requiredSecret(secret));
        if (!app.id().isEmpty() && !APP_ID.matcher(app.id()).matches()) {
            reader.fault(id, "is 1 to 64 letters and digits");
        }
        if (!app.secret().value().isEmpty() && !isSecret(app.secret())) {
            reader.fault(secret, "is one line, or two while it is rotated, of 1 to 512 visible ASCII characters");
        }
        return app;
    }

    private static boolean isSecret(Secret secret) {
        try {
            AppSecret.parse(secret.value());
            return true;
        } catch (IllegalArgumentException none) {
            return false;
        }
    }
}
