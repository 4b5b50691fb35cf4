package dev.connexions.domain.quota;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The days of one zone, by which units are counted. A day lasts 23, 24 or 25 hours; some begin later than at midnight. */
public record CivilDay(ZoneId zone) {

    /** A day that ends later than this from now was counted by a clock that is far off, and is no day of ours. */
    public static final Duration FURTHEST_END = Duration.ofDays(2);

    /** When the day that {@code now} lies in is over; that moment itself is of the next day. */
    public Instant endOf(Instant now) {
        var date = now.atZone(zone).toLocalDate().plusDays(1);
        while (!startOf(date).isAfter(now)) {
            date = date.plusDays(1);
        }
        return startOf(date);
    }

    /** How long the day is that is over at {@code end}; of an end that no day has, the day that it lies in. */
    public Duration lengthUntil(Instant end) {
        var last = end.minusNanos(1);
        return Duration.between(startOf(last.atZone(zone).toLocalDate()), endOf(last));
    }

    private Instant startOf(LocalDate date) {
        return date.atStartOfDay(zone).toInstant();
    }
}
