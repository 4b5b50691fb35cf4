package dev.connexions.application.quota;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.application.testing.Fixtures;
import dev.connexions.application.testing.Platform;
import dev.connexions.domain.audit.Action;
import dev.connexions.domain.connexion.DailyLimit;
import dev.connexions.domain.quota.Hold;
import dev.connexions.domain.quota.Reservation;
import dev.connexions.domain.quota.Room;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A unit counts in the day it was reserved in, whatever happens to it later and whoever set the day. */
public interface QuotaDaysContract extends Platform {

    @Test
    default void countsEachSideOfMidnightInItsOwnDay() {
        var desk = Desk.of(this);
        var connexion = desk.connexion(1);
        desk.clock().set(Desk.MIDNIGHT.minusNanos(1000));
        assertThat(desk.hold(connexion, 1).dayEnd()).isEqualTo(Desk.MIDNIGHT);
        assertThat(desk.refused(connexion, 1).freeAt()).isEqualTo(Desk.MIDNIGHT);
        desk.clock().set(Desk.MIDNIGHT);
        var next = desk.hold(connexion, 1);
        assertThat(next.dayEnd()).isEqualTo(Desk.MIDNIGHT.plus(Duration.ofDays(1)));
        assertThat(desk.counted(connexion)).isEqualTo(1);
        assertThat(desk.actions(connexion))
                .containsExactly(Action.QUOTA_LIMIT_CHANGED, Action.QUOTA_EXHAUSTED, Action.QUOTA_RESET);
    }

    @Test
    default void givesBackToTheDayItWasTakenFromOnly() {
        var desk = Desk.of(this);
        var connexion = desk.connexion(5);
        desk.clock().set(Desk.MIDNIGHT.minusSeconds(10));
        var released = desk.hold(connexion, 2);
        var lapsed = desk.hold(connexion, 2);
        desk.clock().set(Desk.MIDNIGHT.plusSeconds(10));
        desk.spend(connexion, desk.hold(connexion, 3).id());
        assertThat(desk.release(connexion, released.id())).isInstanceOf(ReleaseReservation.Result.Released.class);
        assertThat(desk.counted(connexion)).isEqualTo(3);
        desk.pass(Hold.DEFAULT_LEASE);
        desk.lapse();
        assertThat(desk.show(connexion, lapsed.id())).map(Reservation::state).contains(Reservation.State.LAPSED);
        assertThat(desk.counted(connexion)).isEqualTo(3);
        assertThat(desk.quota(connexion).orElseThrow().used()).isEqualTo(3);
    }

    @Test
    default void spendsAfterMidnightWhatWasTakenBefore() {
        var desk = Desk.of(this);
        var connexion = desk.connexion(5);
        desk.clock().set(Desk.MIDNIGHT.minusSeconds(10));
        var held = desk.hold(connexion, 2);
        desk.clock().set(Desk.MIDNIGHT.plusSeconds(10));
        var spent = (SpendReservation.Result.Spent) desk.spend(connexion, held.id());
        assertThat(spent.room().remaining()).isEqualTo(5);
        desk.hold(connexion, 5);
        assertThat(desk.counted(connexion)).isEqualTo(5);
    }

    @Test
    default void showsANewDayBeforeAnybodyReserves() {
        var desk = Desk.of(this);
        var connexion = desk.connexion(5);
        desk.hold(connexion, 5);
        desk.refused(connexion, 1);
        desk.clock().set(Desk.MIDNIGHT);
        var quota = desk.quota(connexion).orElseThrow();
        assertThat(quota.room()).isEqualTo(new Room(new DailyLimit(5), 0, Desk.MIDNIGHT.plus(Duration.ofDays(1))));
        assertThat(quota.held()).isZero();
        assertThat(quota.exhaustedAt()).isNull();
    }

    @Test
    default void toleratesWhateverThePlatformWrote() {
        var desk = Desk.of(this);
        for (var end : Arrays.asList(
                null, Fixtures.NOW, Instant.parse("1970-01-01T00:00:00Z"), Instant.parse("2031-01-01T00:00:00Z"))) {
            for (@Nullable Integer usage : Arrays.asList(null, -7, 0, 3, Integer.MAX_VALUE)) {
                var connexion = desk.connexion(2);
                plantCount(connexion, usage, end);
                assertThat(desk.quota(connexion).orElseThrow().room())
                        .isEqualTo(new Room(new DailyLimit(2), 0, Desk.MIDNIGHT));
                desk.hold(connexion, 2);
                assertThat(desk.counted(connexion)).isEqualTo(2);
            }
        }
    }

    @Test
    default void countsWhatThePlatformCountedToday() {
        var desk = Desk.of(this);
        var connexion = desk.connexion(5);
        plantCount(connexion, 3, Desk.MIDNIGHT);
        var held = desk.hold(connexion, 2);
        assertThat(desk.quota(connexion).orElseThrow().used()).isEqualTo(3);
        assertThat(desk.refused(connexion, 1).room().counted()).isEqualTo(5);
        desk.release(connexion, held.id());
        assertThat(desk.counted(connexion)).isEqualTo(3);

        plantCount(connexion, null, Desk.MIDNIGHT);
        desk.hold(connexion, 1);
        assertThat(desk.counted(connexion)).isEqualTo(1);
        plantCount(connexion, -3, Desk.MIDNIGHT);
        desk.hold(connexion, 1);
        assertThat(desk.counted(connexion)).isEqualTo(1);
    }

    @Test
    default void neverCountsBelowNothing() {
        var desk = Desk.of(this);
        var connexion = desk.connexion(5);
        var held = desk.hold(connexion, 3);
        plantCount(connexion, 1, Desk.MIDNIGHT);
        desk.release(connexion, held.id());
        assertThat(desk.counted(connexion)).isZero();
    }

    @Test
    default void grantsADayOnceThoughTheClockIsSetForthAndBack() {
        var desk = Desk.of(this);
        var connexion = desk.connexion(5);
        desk.spend(connexion, desk.hold(connexion, 4).id());
        for (var jump : new Duration[] {Duration.ofDays(40), Duration.ofHours(14), Duration.ofHours(-11)}) {
            desk.clock().set(Fixtures.NOW.plus(jump));
            desk.hold(connexion, 1);
            desk.clock().set(Fixtures.NOW);
        }
        // back in the day of the first: what it had granted then is still granted
        desk.clock().set(Fixtures.NOW.minus(Duration.ofDays(3)));
        desk.hold(connexion, 1);
        desk.clock().set(Fixtures.NOW);
        var more = desk.reserve(connexion, 2);
        assertThat(more).isInstanceOf(ReserveQuota.Result.Exhausted.class);
    }
}
