package dev.connexions.meta.sandbox.insights;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Meta's days end at midnight in California: at 07:00 or 08:00 UTC. */
final class PacificDays {

    private static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");
    private static final DateTimeFormatter WIRE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'+0000'").withZone(ZoneOffset.UTC);

    private PacificDays() {}

    /** The days that end after {@code since}, and not after {@code until}. */
    static List<LocalDate> endingWithin(Instant since, Instant until) {
        var first = LocalDate.ofInstant(since, ZONE);
        return first.datesUntil(LocalDate.ofInstant(until, ZONE).plusDays(1))
                .filter(day -> end(day).isAfter(since) && !end(day).isAfter(until))
                .toList();
    }

    static Instant end(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZONE).toInstant();
    }

    static String wire(Instant moment) {
        return WIRE.format(moment);
    }
}
