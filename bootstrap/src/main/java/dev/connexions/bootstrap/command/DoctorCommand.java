package dev.connexions.bootstrap.command;

import dev.connexions.bootstrap.settings.Settings;
import dev.connexions.bootstrap.wiring.Doctor;
import dev.connexions.bootstrap.wiring.Doctor.Verdict;
import dev.connexions.bootstrap.wiring.Logging;
import dev.connexions.bootstrap.wiring.Time;
import dev.connexions.db.schema.Surroundings;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description =
                "Checks settings, keys, database, clock, rows, Meta and the callback address, and says what to mend."
                        + " Changes nothing. Exit status 1 when the service cannot be run like this.")
final class DoctorCommand implements Callable<Integer> {

    private static final String DEFAULT_OWNER = "connexions_owner";

    @Option(
            names = "--script",
            description = "Prints the script that a database administrator runs once, with the names of the settings.")
    private boolean script;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        var command = Objects.requireNonNull(spec).commandLine();
        var out = command.getOut();
        var settings = Settings.serve(Here.directory(), System.getenv());
        if (script) {
            var owner = Settings.ownerUser(Here.directory(), System.getenv());
            out.print(Surroundings.scripts(
                    owner == null ? DEFAULT_OWNER : owner, settings.database().user()));
            out.flush();
            return CommandLine.ExitCode.OK;
        }
        Logging.silence();
        var sound = new Doctor(settings, Time.system(), new Printed(out, command.getErr())).examine();
        return sound ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    private record Printed(PrintWriter out, PrintWriter err) implements Doctor.Listener {

        @Override
        public void finding(Verdict verdict, String subject, String text) {
            out.println(String.format(
                    Locale.ROOT, "%-4s  %-8s  %s", verdict.name().toLowerCase(Locale.ROOT), subject, text));
            out.flush();
        }

        @Override
        public void progress(String text) {
            err.println(text);
        }
    }
}
