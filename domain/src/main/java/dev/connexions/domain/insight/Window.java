package dev.connexions.domain.insight;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** From a moment (included) to a later one (excluded). */
public record Window(Instant from, Instant until) {

    /** The most that Meta answers at once (Meta's "Insights": 2,592,000 seconds). */
    public static final Duration MOST_AT_ONCE = Duration.ofDays(30);

    public Window {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("a window ends after it began");
        }
    }

    /** The same time in pieces of at most {@link #MOST_AT_ONCE}, the oldest first, without gap or overlap. */
    public List<Window> chunks() {
        var chunks = new ArrayList<Window>();
        var start = from;
        while (start.isBefore(until)) {
            var most = start.plus(MOST_AT_ONCE);
            var end = most.isBefore(until) ? most : until;
            chunks.add(new Window(start, end));
            start = end;
        }
        return List.copyOf(chunks);
    }
}
