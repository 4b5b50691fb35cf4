package dev.connexions.domain.insight;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One value that Meta measured.
 *
 * @param span what it is measured over
 * @param value absent when Meta gave the parts alone; in the unit of the metric (counts, milliseconds, per cent)
 * @param slices the parts by breakdown, in Meta's order; they need not add up to the value
 */
public record Reading(Span span, @Nullable BigDecimal value, List<Slice> slices) {

    public sealed interface Span {

        /** A day (or week, or 28 days) of Meta's, which ends at midnight US Pacific time: 07:00 or 08:00 UTC. */
        record Ending(Instant end) implements Span {}

        /** The whole of what was asked for at once; values of neighbouring windows need not add up (people count once). */
        record Over(Window window) implements Span {}

        /** Since the thing exists, or what Meta holds to be now. */
        record Lifetime() implements Span {}
    }

    public Reading {
        slices = List.copyOf(slices);
        if (value == null && slices.isEmpty()) {
            throw new IllegalArgumentException("a reading without value and without slices is none");
        }
    }
}
