package dev.connexions.meta.insight;

import dev.connexions.domain.insight.Reading;
import dev.connexions.domain.insight.Window;
import dev.connexions.meta.catalogue.AccountMetric;

/** What a value is measured over. */
final class Spans {

    private Spans() {}

    static Reading.Span whole(AccountMetric.Period period, Window chunk) {
        return switch (period) {
            case DAY -> new Reading.Span.Over(chunk);
            case LIFETIME -> new Reading.Span.Lifetime();
        };
    }

    /** Meta counts in whole seconds; a window that begins and ends in the same one is one long. */
    static long end(Window chunk) {
        return Math.max(chunk.until().getEpochSecond(), chunk.from().getEpochSecond() + 1);
    }
}
