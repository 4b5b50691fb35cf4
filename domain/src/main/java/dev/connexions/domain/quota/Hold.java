package dev.connexions.domain.quota;

import dev.connexions.domain.shared.Texts;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What somebody asks for: 1 to 1000 units, for 1 second to an hour, and why in up to 200 characters. */
public record Hold(int units, Duration lease, @Nullable String purpose) {

    public static final int MAX_UNITS = 1000;
    public static final Duration DEFAULT_LEASE = Duration.ofMinutes(5);
    public static final Duration MAX_LEASE = Duration.ofHours(1);
    private static final int MAX_PURPOSE = 200;

    public Hold {
        units(units);
        lease(Math.toIntExact(lease.toSeconds()));
    }

    /** @throws IllegalArgumentException when it is none */
    public static int units(int value) {
        if (value < 1 || value > MAX_UNITS) {
            throw new IllegalArgumentException("units are 1 to " + MAX_UNITS);
        }
        return value;
    }

    /** @throws IllegalArgumentException when it is none */
    public static Duration lease(int seconds) {
        if (seconds < 1 || seconds > MAX_LEASE.toSeconds()) {
            throw new IllegalArgumentException("a hold lasts 1 to " + MAX_LEASE.toSeconds() + " seconds");
        }
        return Duration.ofSeconds(seconds);
    }

    /** @throws IllegalArgumentException when it is none */
    public static String purpose(String raw) {
        return Texts.line("a purpose", raw, MAX_PURPOSE);
    }
}
