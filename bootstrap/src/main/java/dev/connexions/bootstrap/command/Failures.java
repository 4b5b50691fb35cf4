package dev.connexions.bootstrap.command;

import dev.connexions.bootstrap.settings.SettingsException;
import dev.connexions.bootstrap.wiring.StartRefusedException;
import dev.connexions.db.schema.MigrationException;
import dev.connexions.db.token.KeyRingException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** What a command that fails says: one line for what its user can mend, the stack as well for what they cannot. */
public final class Failures implements IExecutionExceptionHandler {

    private static final Logger LOG = System.getLogger(Failures.class.getName());

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        var settings = failure instanceof SettingsException;
        if (!settings && !isForTheOperator(failure)) {
            LOG.log(Level.ERROR, "unexpected failure", failure);
        }
        command.getErr().println("connexions: " + failure.getMessage());
        return settings ? CommandLine.ExitCode.USAGE : CommandLine.ExitCode.SOFTWARE;
    }

    private static boolean isForTheOperator(Exception failure) {
        return failure instanceof StartRefusedException
                || failure instanceof KeyRingException
                || failure instanceof MigrationException;
    }
}
