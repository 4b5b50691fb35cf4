package dev.connexions.domain.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CivilDayTest {

    private static final Duration MICRO = Duration.ofNanos(1000);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UTC",
                "Europe/Paris",
                "Africa/Cairo",
                "America/Santiago",
                "Asia/Beirut",
                "Australia/Lord_Howe",
                "America/Havana",
                "Atlantic/Azores"
            })
    void cutsTimeIntoOneDayForEachDate(String name) {
        var zone = ZoneId.of(name);
        var day = new CivilDay(zone);
        var end = LocalDate.of(2024, 1, 1).atStartOfDay(zone).toInstant();
        var random = new Random(7);
        var last = LocalDate.of(2033, 1, 1);
        for (var date = LocalDate.of(2024, 1, 1); date.isBefore(last); date = date.plusDays(1)) {
            var start = end;
            end = day.endOf(start);
            var length = Duration.between(start, end);
            assertThat(start.atZone(zone).toLocalDate()).isEqualTo(date);
            assertThat(end.minus(MICRO).atZone(zone).toLocalDate()).isEqualTo(date);
            assertThat(length).isBetween(Duration.ofHours(23), Duration.ofHours(25));
            assertThat(day.lengthUntil(end)).as("%s", date).isEqualTo(length);
            assertThat(day.endOf(end.minus(MICRO))).isEqualTo(end);
            assertThat(day.endOf(start.plusNanos(random.nextLong(length.toNanos()))))
                    .isEqualTo(end);
        }
        assertThat(end).isEqualTo(last.atStartOfDay(zone).toInstant());
    }

    @Test
    void meetsEveryKindOfDay() {
        var day = new CivilDay(ZoneId.of("Europe/Paris"));
        var lengths = new HashSet<Duration>();
        var end = Instant.parse("2025-12-31T23:00:00Z");
        for (var i = 0; i < 365; i++) {
            end = day.endOf(end);
            lengths.add(day.lengthUntil(end));
        }
        assertThat(lengths).containsExactlyInAnyOrder(Duration.ofHours(23), Duration.ofHours(24), Duration.ofHours(25));
    }

    @ParameterizedTest
    @CsvSource({
        // the 23 and the 25 hours of Paris
        "Europe/Paris, 2026-03-28T23:00:00Z, 2026-03-29T22:00:00Z",
        "Europe/Paris, 2026-10-24T22:00:00Z, 2026-10-25T23:00:00Z",
        // Cairo has no midnight that day: it begins at one
        "Africa/Cairo, 2026-04-23T12:00:00Z, 2026-04-23T22:00:00Z",
        // a whole date that Samoa never had
        "Pacific/Apia, 2011-12-29T12:00:00Z, 2011-12-30T10:00:00Z",
        "UTC, 2026-06-30T23:59:59.999999Z, 2026-07-01T00:00:00Z",
        "UTC, 2026-07-01T00:00:00Z, 2026-07-02T00:00:00Z",
        "UTC, 2038-01-19T03:14:08Z, 2038-01-20T00:00:00Z",
        "UTC, 9999-12-31T12:00:00Z, +10000-01-01T00:00:00Z"
    })
    void endsStrictlyAfterNow(String zone, Instant now, Instant end) {
        assertThat(new CivilDay(ZoneId.of(zone)).endOf(now)).isEqualTo(end);
    }

    @Test
    void beginsWhereThereIsNoMidnight() {
        var cairo = ZoneId.of("Africa/Cairo");
        var start = new CivilDay(cairo).endOf(Instant.parse("2026-04-23T12:00:00Z"));
        assertThat(start.atZone(cairo).toLocalTime()).isEqualTo(LocalTime.of(1, 0));
    }
}
