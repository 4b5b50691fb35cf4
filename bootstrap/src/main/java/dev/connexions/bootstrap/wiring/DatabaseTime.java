package dev.connexions.bootstrap.wiring;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * What time it is to the database, so that replicas agree however their own clocks are set. Between two looks at the
 * database it goes on by the time that passes, not by the system's clock, which somebody may set; a look is taken every
 * minute, and at once when the system's clock was set or the machine slept.
 */
final class DatabaseTime implements InstantSource {

    private static final Logger LOG = System.getLogger(DatabaseTime.class.getName());
    private static final Duration LASTS = Duration.ofMinutes(1);
    private static final Duration JUMP = Duration.ofMillis(500);

    private final InstantSource system;
    private final LongSupplier nanos;
    private final Supplier<Duration> ahead;
    private final Executor background;
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile Look last;

    private record Look(Instant system, Instant database, long nanos) {}

    /**
     * @param ahead how far the database's clock is ahead of {@code system}; asks it
     * @param background where it is asked from then on: whoever wants to know the time does not wait
     */
    DatabaseTime(InstantSource system, LongSupplier nanos, Supplier<Duration> ahead, Executor background) {
        this.system = system;
        this.nanos = nanos;
        this.ahead = ahead;
        this.background = background;
        this.last = look();
    }

    @Override
    public Instant instant() {
        var look = last;
        var passed = Duration.ofNanos(nanos.getAsLong() - look.nanos());
        var jumped = Duration.between(look.system(), system.instant())
                        .minus(passed)
                        .abs()
                        .compareTo(JUMP)
                > 0;
        if ((jumped || passed.compareTo(LASTS) > 0) && looking.compareAndSet(false, true)) {
            background.execute(this::lookAgain);
        }
        return look.database().plus(passed).truncatedTo(ChronoUnit.MICROS);
    }

    private void lookAgain() {
        try {
            last = look();
        } catch (RuntimeException unreachable) {
            LOG.log(Level.DEBUG, "the database was not asked for the time", unreachable);
        } finally {
            looking.set(false);
        }
    }

    private Look look() {
        var offset = ahead.get();
        var now = system.instant();
        return new Look(now, now.plus(offset), nanos.getAsLong());
    }
}
