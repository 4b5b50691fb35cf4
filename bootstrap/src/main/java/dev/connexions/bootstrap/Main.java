package dev.connexions.bootstrap;

import dev.connexions.bootstrap.command.Connexions;
import dev.connexions.bootstrap.command.Failures;
import picocli.CommandLine;

/** Parses and runs; everything else is a command's. */
public final class Main {

    private Main() {}

    public static void main(String... arguments) {
        System.exit(run(arguments));
    }

    static int run(String... arguments) {
        return new CommandLine(new Connexions())
                .setExecutionExceptionHandler(new Failures())
                .execute(arguments);
    }
}
