package dev.connexions.bootstrap.wiring;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.CountDownLatch;

/** Keeps a program running until it is told to stop (SIGTERM, Ctrl-C), then closes what it runs, and only then ends. */
public final class Running {

    private static final Logger LOG = System.getLogger(Running.class.getName());

    private Running() {}

    /** Blocks for good; {@code program} is closed from the shutdown hook, after which the process ends with status 0. */
    public static void untilStopped(AutoCloseable program) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(program), "shutdown"));
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void close(AutoCloseable program) {
        var status = 0;
        try {
            program.close();
        } catch (Exception e) {
            LOG.log(Level.ERROR, "the shutdown was not clean", e);
            status = 1;
        }
        // a stop that was asked for is a success; the JVM by itself would report the signal
        Runtime.getRuntime().halt(status);
    }
}
