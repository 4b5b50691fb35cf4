package dev.connexions.bootstrap.wiring;

import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** The one place that asks the system what time it is, to the microsecond as PostgreSQL keeps it. */
public final class Time {

    private static final Duration MICROSECOND = Duration.of(1, ChronoUnit.MICROS);

    private Time() {}

    public static InstantSource system() {
        return Clock.tick(Clock.systemUTC(), MICROSECOND);
    }
}
