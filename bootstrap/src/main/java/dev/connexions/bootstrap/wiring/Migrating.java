package dev.connexions.bootstrap.wiring;

import dev.connexions.bootstrap.settings.Settings;
import dev.connexions.db.schema.Migrations;
import dev.connexions.db.schema.Platform;
import dev.connexions.db.shared.Login;

/** Brings the schema to what this version needs. */
public final class Migrating {

    private Migrating() {}

    /** @throws dev.connexions.db.schema.MigrationException naming what is in the way */
    public static void run(Settings.Migration settings) {
        var owner =
                new Login(settings.owner().user(), settings.owner().password().value());
        var platform = switch (settings.platform()) {
            case BUNDLED -> Platform.BUNDLED;
            case EXISTING -> Platform.EXISTING;
        };
        Migrations.run(settings.url(), owner, settings.applicationUser(), platform, settings.systemUser());
    }
}
