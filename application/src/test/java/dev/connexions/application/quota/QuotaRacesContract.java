package dev.connexions.application.quota;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.application.testing.Platform;
import dev.connexions.application.testing.Together;
import dev.connexions.domain.audit.Action;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.quota.Reservation;
import dev.connexions.domain.quota.ReservationId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** However many ask at once, never more than the limit, and each is answered for itself. */
public interface QuotaRacesContract extends Platform {

    @RepeatedTest(3)
    default void grantsExactlyTheLimit() throws InterruptedException {
        var desk = Desk.of(this);
        var connexion = desk.connexion(200);
        var held = new ConcurrentLinkedQueue<ReservationId>();
        var refused = new AtomicInteger();
        var failures = Together.run(64, thread -> {
            for (var i = 0; i < 20; i++) {
                switch (desk.reserve(connexion, 1)) {
                    case ReserveQuota.Result.Held(var reservation, var room) -> held.add(reservation.id());
                    case ReserveQuota.Result.Exhausted none -> refused.incrementAndGet();
                    case ReserveQuota.Result.NotFound none -> throw new AssertionError("not found");
                }
            }
        });
        assertNone(failures);
        assertThat(held).hasSize(200).doesNotHaveDuplicates();
        assertThat(refused).hasValue(64 * 20 - 200);
        assertThat(desk.counted(connexion)).isEqualTo(200);
        assertThat(held).allSatisfy(id -> assertThat(desk.show(connexion, id)).isPresent());
        assertThat(desk.actions(connexion)).containsExactly(Action.QUOTA_LIMIT_CHANGED, Action.QUOTA_EXHAUSTED);
    }

    @Test
    default void fillsTheDayWithHoldsOfDifferentSizes() throws InterruptedException {
        var desk = Desk.of(this);
        var connexion = desk.connexion(500);
        var units = new AtomicInteger();
        var failures = Together.run(32, thread -> {
            for (var i = 0; i < 10; i++) {
                if (desk.reserve(connexion, 1 + (thread + i) % 7)
                        instanceof ReserveQuota.Result.Held(Reservation reservation, var room)) {
                    units.addAndGet(reservation.units());
                    assertThat(room.counted()).isBetween((long) reservation.units(), 500L);
                }
            }
        });
        assertNone(failures);
        // a hold of one fits whatever is left, and ever so many of them were asked for to the end
        assertThat(units).hasValueBetween(494, 500);
        assertThat(desk.counted(connexion)).isEqualTo(units.get());
    }

    @Test
    default void settlesOnceHoweverManyTry() throws InterruptedException {
        var desk = Desk.of(this);
        var connexion = desk.connexion(10);
        desk.hold(connexion, 1);
        var held = desk.hold(connexion, 4).id();
        var spent = new AtomicInteger();
        var released = new AtomicInteger();
        var failures = Together.run(16, thread -> settle(desk, connexion, held, thread % 2 == 0, spent, released));
        assertNone(failures);
        assertThat(spent.get() == 0 || released.get() == 0).isTrue();
        assertThat(spent.get() + released.get()).isEqualTo(8);
        assertThat(desk.counted(connexion)).isEqualTo(spent.get() > 0 ? 5 : 1);
    }

    private static void settle(
            Desk desk,
            ConnexionId connexion,
            ReservationId held,
            boolean spend,
            AtomicInteger spent,
            AtomicInteger released) {
        if (spend) {
            if (desk.spend(connexion, held) instanceof SpendReservation.Result.Spent) {
                spent.incrementAndGet();
            }
        } else if (desk.release(connexion, held) instanceof ReleaseReservation.Result.Released) {
            released.incrementAndGet();
        }
    }

    private static void assertNone(List<Optional<Throwable>> failures) {
        assertThat(failures).allSatisfy(failure -> assertThat(failure).isEmpty());
    }
}
