package dev.connexions.bootstrap.wiring;

import dev.connexions.bootstrap.settings.Settings;
import dev.connexions.db.schema.Migrations;
import dev.connexions.db.shared.Login;

/** Brings the schema to what this version needs. */
public final class Migrating {

    private Migrating() {}

    /** @throws StartRefusedException naming what is in the way */
    public static void run(Settings.Migration settings) {
        var owner =
                new Login(settings.owner().user(), settings.owner().password().value());
        var migrations = switch (settings.platform()) {
            case BUNDLED ->
                Migrations.bundled(settings.url(), owner, settings.applicationUser(), settings.systemUser());
            case EXISTING -> Migrations.existing(settings.url(), owner, settings.applicationUser());
        };
        migrations.run();
    }
}
