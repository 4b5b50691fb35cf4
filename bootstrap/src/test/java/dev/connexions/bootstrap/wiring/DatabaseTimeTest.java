package dev.connexions.bootstrap.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DatabaseTimeTest {

    private static final Instant NOW = Instant.parse("2026-03-29T00:59:59.999999Z");

    private Instant system = NOW;
    private Instant database = NOW.plus(Duration.ofMinutes(5));
    private long nanos = -7;
    private boolean reachable = true;
    private final List<Runnable> background = new ArrayList<>();
    private final DatabaseTime time = new DatabaseTime(
            () -> system,
            () -> nanos,
            () -> {
                if (!reachable) {
                    throw new IllegalStateException("down");
                }
                return Duration.between(system, database);
            },
            background::add);

    @Test
    void isTheDatabasesAndPassesAsTimeDoes() {
        assertThat(time.instant()).isEqualTo(NOW.plus(Duration.ofMinutes(5)));
        pass(Duration.ofSeconds(30));
        assertThat(time.instant()).isEqualTo(database);
        assertThat(background).isEmpty();
    }

    @Test
    void looksAgainEveryMinute() {
        pass(Duration.ofSeconds(61));
        database = database.plusMillis(200);
        time.instant();
        time.instant();
        assertThat(background).hasSize(1);
        look();
        assertThat(time.instant()).isEqualTo(database);
    }

    @Test
    void doesNotJumpWithTheSystemsClock() {
        for (var jump : List.of(Duration.ofHours(1), Duration.ofHours(-1), Duration.ofDays(40))) {
            system = system.plus(jump);
            assertThat(time.instant()).as("%s", jump).isEqualTo(database);
            assertThat(background).hasSize(1);
            look();
            assertThat(time.instant()).as("%s", jump).isEqualTo(database);
        }
    }

    @Test
    void catchesUpAfterTheMachineSlept() {
        system = system.plus(Duration.ofHours(8));
        database = database.plus(Duration.ofHours(8));
        time.instant();
        look();
        assertThat(time.instant()).isEqualTo(database);
    }

    @Test
    void goesOnByItselfWhileTheDatabaseIsDown() {
        reachable = false;
        pass(Duration.ofMinutes(3));
        time.instant();
        look();
        assertThat(time.instant()).isEqualTo(database);
        reachable = true;
        database = database.plusMillis(300);
        look();
        assertThat(time.instant()).isEqualTo(database);
    }

    @Test
    void isWholeMicroseconds() {
        nanos += 1_999;
        assertThat(time.instant()).isEqualTo(time.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private void pass(Duration duration) {
        system = system.plus(duration);
        database = database.plus(duration);
        nanos += duration.toNanos();
    }

    private void look() {
        var asked = List.copyOf(background);
        background.clear();
        asked.forEach(Runnable::run);
    }
}
