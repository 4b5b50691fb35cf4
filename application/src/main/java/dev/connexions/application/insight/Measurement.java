package dev.connexions.application.insight;

import dev.connexions.application.shared.MetaFailure;
import dev.connexions.domain.insight.Gap;
import dev.connexions.domain.insight.Reading;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of asking for one metric. */
public sealed interface Measurement {

    /**
     * @param readings the oldest first
     * @param interruptedBy what ended the asking before all of the window was asked for; older readings than these are missing
     */
    record Measured(List<Reading> readings, @Nullable MetaFailure interruptedBy) implements Measurement {

        public Measured {
            readings = List.copyOf(readings);
            if (readings.isEmpty()) {
                throw new IllegalArgumentException("nothing measured is a gap");
            }
        }
    }

    /** Known not to be had. It is no zero. */
    record Missing(Gap gap) implements Measurement {}

    /** Nothing is known of it. */
    record Failed(MetaFailure why) implements Measurement {}
}
