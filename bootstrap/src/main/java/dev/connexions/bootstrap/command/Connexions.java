package dev.connexions.bootstrap.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program: nothing by itself, everything by its commands. */
@Command(
        name = "connexions",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "The Instagram connexions of a multi-tenant platform.",
        subcommands = {
            DemoCommand.class,
            ServeCommand.class,
            MigrateCommand.class,
            SandboxCommand.class,
            KeysCommand.class,
            DoctorCommand.class,
            HelpCommand.class
        })
public final class Connexions implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(spec.commandLine(), "a command is missing");
        }
    }
}
