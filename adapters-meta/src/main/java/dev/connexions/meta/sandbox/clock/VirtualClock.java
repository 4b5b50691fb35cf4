package dev.connexions.meta.sandbox.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Real time plus an offset, to the microsecond. It never steps back by itself, even if real time does; only setting or
 * resetting it turns it back. Safe for use by many threads.
 */
public final class VirtualClock implements InstantSource {

    private record Reading(Duration offset, Instant latest) {}

    private final InstantSource real;
    private final AtomicReference<Reading> reading;

    public VirtualClock(InstantSource real, Duration offset) {
        this.real = real;
        this.reading = new AtomicReference<>(new Reading(offset, Instant.MIN));
    }

    @Override
    public Instant instant() {
        var now = real.instant();
        return reading.updateAndGet(last -> {
                    var next = now.plus(last.offset()).truncatedTo(ChronoUnit.MICROS);
                    return next.isAfter(last.latest()) ? new Reading(last.offset(), next) : last;
                })
                .latest();
    }

    public Duration offset() {
        return reading.get().offset();
    }

    public void advance(Duration by) {
        reading.updateAndGet(last -> new Reading(last.offset().plus(by), last.latest()));
    }

    public void set(Instant to) {
        reading.set(new Reading(Duration.between(real.instant(), to), Instant.MIN));
    }

    public void reset() {
        reading.set(new Reading(Duration.ZERO, Instant.MIN));
    }
}
