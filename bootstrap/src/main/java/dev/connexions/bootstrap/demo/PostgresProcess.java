package dev.connexions.bootstrap.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A PostgreSQL that outlived the program that started it. */
final class PostgresProcess {

    private static final String PID_FILE = "postmaster.pid";
    private static final int PATIENCE_SECONDS = 15;

    private PostgresProcess() {}

    /** Stops the server that still runs on {@code data}, if one does. Whoever calls holds the demo's lock on it. */
    static void stopOrphan(Path data) throws IOException {
        var pidFile = data.resolve(PID_FILE);
        if (!Files.exists(pidFile)) {
            return;
        }
        var lines = Files.readAllLines(pidFile);
        var orphan = lines.isEmpty()
                ? Optional.<ProcessHandle>empty()
                : ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).filter(PostgresProcess::isPostgres);
        if (orphan.isPresent()) {
            stop(orphan.get());
        }
        Files.deleteIfExists(pidFile);
    }

    // a process id may have been given to somebody else meanwhile
    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> command.endsWith("postgres"))
                .orElse(false);
    }

    private static void stop(ProcessHandle process) {
        process.destroy();
        try {
            process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException stubborn) {
            process.destroyForcibly();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
