package dev.connexions.web.shared;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * For the thread that made it, while it reads from a connection: once the time has passed, it is interrupted, which ends
 * the connection. The server waits for as long as the other end likes; its read timeout means nothing to the channels
 * that it reads from.
 */
final class Deadline {

    private static final ScheduledThreadPoolExecutor CLOCK = clock();

    private final Thread reading = Thread.currentThread();
    private final Future<?> alarm;
    private boolean met;
    private boolean missed;

    Deadline(Duration time) {
        alarm = CLOCK.schedule(this::miss, time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** From here on the thread is left alone. */
    synchronized void meet() {
        met = true;
        alarm.cancel(false);
        if (missed) {
            Thread.interrupted();
        }
    }

    private synchronized void miss() {
        if (!met) {
            missed = true;
            reading.interrupt();
        }
    }

    private static ScheduledThreadPoolExecutor clock() {
        var executor = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("deadlines").factory());
        executor.setRemoveOnCancelPolicy(true);
        return executor;
    }
}
