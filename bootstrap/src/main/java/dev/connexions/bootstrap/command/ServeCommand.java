package dev.connexions.bootstrap.command;

import dev.connexions.bootstrap.settings.Settings;
import dev.connexions.bootstrap.wiring.Application;
import dev.connexions.bootstrap.wiring.Logging;
import dev.connexions.bootstrap.wiring.Migrating;
import dev.connexions.bootstrap.wiring.Running;
import dev.connexions.bootstrap.wiring.Time;
import picocli.CommandLine.Command;

@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Runs the service on the PostgreSQL and the Meta of the settings.")
final class ServeCommand implements Runnable {

    @Override
    public void run() {
        var settings = Settings.serve(Here.directory(), System.getenv());
        Logging.configure(settings.logFormat(), Logging.Stream.OUT);
        var migration = settings.migration();
        if (migration != null) {
            Migrating.run(migration);
        }
        Running.untilStopped(Application.start(settings, Time::of, Time.system()));
    }
}
