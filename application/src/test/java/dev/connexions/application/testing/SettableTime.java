package dev.connexions.application.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** A clock that stands still until a test moves it. */
public final class SettableTime implements InstantSource {

    private volatile Instant now;

    public SettableTime(Instant now) {
        this.now = now.truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public Instant instant() {
        return now;
    }

    public void set(Instant instant) {
        now = instant.truncatedTo(ChronoUnit.MICROS);
    }

    public synchronized void advance(Duration by) {
        set(now.plus(by));
    }
}
