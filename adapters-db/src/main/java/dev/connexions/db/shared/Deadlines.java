package dev.connexions.db.shared;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Ends what takes too long, up to {@link #LOOK} late. For waits that are short and many: of each that a virtual thread
 * limits by itself, the runtime wakes a thread of its own twice, which costs more than what is waited for.
 */
final class Deadlines implements AutoCloseable {

    static final Duration LOOK = Duration.ofMillis(100);

    private final Set<Deadline> open = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("connexions-deadlines").factory());
    private final Future<?> looks =
            clock.scheduleWithFixedDelay(this::look, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);

    /** What is to be done by then, or ended. */
    final class Deadline {

        private final long at;
        private final Runnable end;
        private boolean met;
        private boolean missed;

        private Deadline(Duration time, Runnable end) {
            this.at = System.nanoTime() + time.toNanos();
            this.end = end;
        }

        /**
         * From here on nothing is ended.
         *
         * @return false when it was
         */
        synchronized boolean meet() {
            met = true;
            open.remove(this);
            return !missed;
        }

        private synchronized void look(long now) {
            if (!met && !missed && now - at >= 0) {
                missed = true;
                end.run();
            }
        }
    }

    /** @param end must neither wait nor throw */
    Deadline start(Duration time, Runnable end) {
        var deadline = new Deadline(time, end);
        open.add(deadline);
        return deadline;
    }

    private void look() {
        var now = System.nanoTime();
        open.forEach(deadline -> deadline.look(now));
    }

    @Override
    public void close() {
        looks.cancel(true);
        clock.shutdown();
    }
}
