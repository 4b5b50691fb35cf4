package dev.connexions.bootstrap;

import dev.connexions.bootstrap.command.Connexions;
import dev.connexions.bootstrap.command.Failures;
import dev.connexions.bootstrap.settings.Settings.LogFormat;
import dev.connexions.bootstrap.wiring.Logging;
import java.util.Locale;
import picocli.CommandLine;

/** Parses and runs; everything else is a command's. */
public final class Main {

    private Main() {}

    public static void main(String... arguments) {
        // no library of ours shall write a number or an address as the machine's users write theirs
        Locale.setDefault(Locale.ROOT);
        System.exit(run(arguments));
    }

    static int run(String... arguments) {
        // until a command knows better; without it the library would print whatever it hears
        Logging.configure(LogFormat.TEXT, Logging.Stream.ERR);
        return new CommandLine(new Connexions())
                .setExecutionExceptionHandler(new Failures())
                .execute(arguments);
    }
}
