package dev.connexions.bootstrap.wiring;

import dev.connexions.db.schema.Surroundings;
import dev.connexions.db.shared.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** The one place that asks the system what time it is, to the microsecond as PostgreSQL keeps it. */
public final class Time {

    private static final Duration MICROSECOND = Duration.of(1, ChronoUnit.MICROS);

    private Time() {}

    /** As the database has it, whatever this machine's clock says. */
    public static InstantSource of(Database database) {
        return new DatabaseTime(
                Clock.systemUTC(),
                System::nanoTime,
                () -> Surroundings.clockOffset(database, Clock.systemUTC()),
                look -> Thread.ofVirtual().name("clock").start(look));
    }

    public static InstantSource system() {
        return Clock.tick(Clock.systemUTC(), MICROSECOND);
    }
}
