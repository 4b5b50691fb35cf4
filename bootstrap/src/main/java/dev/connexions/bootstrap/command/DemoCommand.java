package dev.connexions.bootstrap.command;

import dev.connexions.bootstrap.demo.Demo;
import dev.connexions.bootstrap.settings.Settings;
import dev.connexions.bootstrap.wiring.Logging;
import dev.connexions.bootstrap.wiring.Running;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Runs everything on this machine: the service, PostgreSQL, the Meta sandbox, two organisations.")
final class DemoCommand implements Runnable {

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            description = "Keeps database, keys, JWT secret and the sandbox's state there between runs.")
    private @Nullable Path dataDirectory;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        var settings = Settings.demo(Here.directory(), System.getenv());
        Logging.configure(settings.log(), Logging.Stream.ERR);
        var demo = Demo.start(settings, dataDirectory);
        if (spec != null) {
            spec.commandLine().getOut().println(demo.welcome());
            spec.commandLine().getOut().flush();
        }
        Running.untilStopped(demo);
    }
}
