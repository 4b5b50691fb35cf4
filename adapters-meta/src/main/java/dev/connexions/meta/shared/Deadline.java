package dev.connexions.meta.shared;

import java.time.Duration;

/** The moment by which several calls must have ended together. Real time, whatever clock the service goes by. */
public final class Deadline {

    private final long at;

    private Deadline(long at) {
        this.at = at;
    }

    public static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** Zero once it has passed. */
    Duration remaining() {
        return Duration.ofNanos(Math.max(0, at - System.nanoTime()));
    }
}
