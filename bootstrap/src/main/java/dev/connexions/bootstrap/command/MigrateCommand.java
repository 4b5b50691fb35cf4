package dev.connexions.bootstrap.command;

import dev.connexions.bootstrap.settings.Settings;
import dev.connexions.bootstrap.settings.Settings.LogFormat;
import dev.connexions.bootstrap.wiring.Logging;
import dev.connexions.bootstrap.wiring.Migrating;
import picocli.CommandLine.Command;

@Command(
        name = "migrate",
        mixinStandardHelpOptions = true,
        description = "Runs the migrations as the owner of the schema, and nothing else.")
final class MigrateCommand implements Runnable {

    @Override
    public void run() {
        var settings = Settings.migrate(Here.directory(), System.getenv());
        Logging.configure(LogFormat.TEXT, Logging.Stream.ERR);
        Migrating.run(settings);
    }
}
