package dev.connexions.application.quota;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.application.testing.Fixtures;
import dev.connexions.application.testing.Platform;
import dev.connexions.domain.audit.Action;
import dev.connexions.domain.connexion.Connexion;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.connexion.DailyLimit;
import dev.connexions.domain.quota.Hold;
import dev.connexions.domain.quota.Reservation;
import dev.connexions.domain.quota.Reservation.State;
import dev.connexions.domain.quota.ReservationId;
import dev.connexions.domain.quota.Room;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Units are held, spent, released or lapse, and the platform's column counts what is held and spent. */
public interface ReservationsContract extends Platform {

    @Test
    default void holdsUnits() {
        var desk = Desk.of(this);
        var connexion = desk.connexion(10);
        var hold = new Hold(3, Duration.ofSeconds(60), "le réel « d'été », \"{a,b}\"");
        var result = desk.reserve(connexion, hold);
        assertThat(result).isInstanceOf(ReserveQuota.Result.Held.class);
        var held = ((ReserveQuota.Result.Held) result).reservation();
        assertThat(held)
                .isEqualTo(new Reservation(
                        held.id(),
                        organisationOf(desk.caller()),
                        connexion,
                        3,
                        State.HELD,
                        "le réel « d'été », \"{a,b}\"",
                        Fixtures.NOW,
                        Fixtures.NOW.plusSeconds(60),
                        Desk.MIDNIGHT,
                        null));
        assertThat(((ReserveQuota.Result.Held) result).room())
                .isEqualTo(new Room(new DailyLimit(10), 3, Desk.MIDNIGHT));
        assertThat(desk.show(connexion, held.id())).contains(held);
        assertThat(desk.counted(connexion)).isEqualTo(3);
        var quota = desk.quota(connexion).orElseThrow();
        assertThat(quota.held()).isEqualTo(3);
        assertThat(quota.used()).isZero();
        assertThat(quota.room().remaining()).isEqualTo(7);
        assertThat(quota.firstLeaseEnd()).isEqualTo(held.expiresAt());
    }

    @Test
    default void spendsWhatIsHeldOnce() {
        var desk = Desk.of(this);
        var connexion = desk.connexion(10);
        var held = desk.hold(connexion, 3);
        desk.pass(Duration.ofSeconds(1));
        var spent = (SpendReservation.Result.Spent) desk.spend(connexion, held.id());
        assertThat(spent.reservation().state()).isEqualTo(State.SPENT);
        assertThat(spent.room().remaining()).isEqualTo(7);
        desk.pass(Duration.ofHours(2));
        assertThat(desk.spend(connexion, held.id())).isEqualTo(spent);
        assertThat(desk.release(connexion, held.id())).isEqualTo(new ReleaseReservation.Result.Refused(State.SPENT));
        assertThat(desk.show(connexion, held.id())).contains(spent.reservation());
        assertThat(desk.counted(connexion)).isEqualTo(3);
        assertThat(desk.quota(connexion).orElseThrow().used()).isEqualTo(3);
    }

    @Test
    default void givesBackWhatIsReleasedOnce() {
        var desk = Desk.of(this);
        var connexion = desk.connexion(10);
        desk.hold(connexion, 1);
        var held = desk.hold(connexion, 3);
        for (var i = 0; i < 2; i++) {
            var released = (ReleaseReservation.Result.Released) desk.release(connexion, held.id());
            assertThat(released.reservation().state()).isEqualTo(State.RELEASED);
            assertThat(released.room().remaining()).isEqualTo(9);
            assertThat(desk.counted(connexion)).isEqualTo(1);
        }
        assertThat(desk.spend(connexion, held.id())).isEqualTo(new SpendReservation.Result.Refused(State.RELEASED));
    }

    @Test
    default void givesBackOnlyWhatIsAsDemanded() {
        var desk = Desk.of(this);
        var connexion = desk.connexion(10);
        var held = desk.hold(connexion, 3);
        var shown = new ArrayList<ShowReservation.Shown>();
        assertThat(desk.release(connexion, held.id(), current -> !shown.add(current)))
                .isEqualTo(new ReleaseReservation.Result.PreconditionFailed());
        assertThat(shown)
                .containsExactly(new ShowReservation.Shown(held, new Room(new DailyLimit(10), 3, Desk.MIDNIGHT)));
        assertThat(desk.show(connexion, held.id())).contains(held);
        assertThat(desk.counted(connexion)).isEqualTo(3);
        assertThat(desk.release(connexion, held.id(), shown.getFirst()::equals))
                .isInstanceOf(ReleaseReservation.Result.Released.class);
        for (var none : List.of(connexion, ConnexionId.random())) {
            assertThat(desk.release(none, ReservationId.random(), current -> false))
                    .isEqualTo(new ReleaseReservation.Result.NotFound());
        }
    }

    @Test
    default void lapsesWhatItsHolderNeverSettled() {
        var desk = Desk.of(this);
        var connexion = desk.connexion(10);
        var held = desk.hold(connexion, 4);
        desk.pass(Hold.DEFAULT_LEASE);
        assertThat(desk.quota(connexion).orElseThrow().room().remaining()).isEqualTo(10);
        assertThat(desk.show(connexion, held.id())).map(Reservation::state).contains(State.LAPSED);
        assertThat(desk.counted(connexion)).isEqualTo(4);
        assertThat(desk.lapse()).isPositive();
        assertThat(desk.counted(connexion)).isZero();
        assertThat(desk.spend(connexion, held.id())).isEqualTo(new SpendReservation.Result.Refused(State.LAPSED));
        assertThat(desk.release(connexion, held.id())).isInstanceOf(ReleaseReservation.Result.Released.class);
        assertThat(desk.counted(connexion)).isZero();
    }

    @Test
    default void refusesToSpendWhatHasLapsedBeforeAnybodySaidSo() {
        var desk = Desk.of(this);
        var connexion = desk.connexion(10);
        var held = desk.hold(connexion, 4);
        desk.pass(Hold.DEFAULT_LEASE);
        assertThat(desk.spend(connexion, held.id())).isEqualTo(new SpendReservation.Result.Refused(State.LAPSED));
        assertThat(desk.counted(connexion)).isZero();
    }

    @Test
    default void refusesWhatDoesNotFit() {
        var desk = Desk.of(this);
        var connexion = desk.connexion(10);
        var first = desk.hold(connexion, 8);
        var refused = desk.refused(connexion, 3);
        assertThat(refused.room()).isEqualTo(new Room(new DailyLimit(10), 8, Desk.MIDNIGHT));
        assertThat(refused.freeAt()).isEqualTo(first.expiresAt());
        assertThat(desk.hold(connexion, 2).units()).isEqualTo(2);
        desk.spend(connexion, first.id());
        assertThat(desk.refused(connexion, 1).room().remaining()).isZero();
        assertThat(desk.counted(connexion)).isEqualTo(10);
        assertThat(desk.quota(connexion).orElseThrow().exhaustedAt()).isEqualTo(Fixtures.NOW);
    }

    @Test
    default void writesTheFirstRefusalOfADayDown() {
        var desk = Desk.of(this);
        var connexion = desk.connexion(0);
        for (var i = 0; i < 3; i++) {
            assertThat(desk.refused(connexion, 1).freeAt()).isEqualTo(Desk.MIDNIGHT);
        }
        assertThat(desk.actions(connexion)).containsExactly(Action.QUOTA_LIMIT_CHANGED, Action.QUOTA_EXHAUSTED);
        desk.pass(Duration.ofDays(1));
        desk.refused(connexion, 1);
        assertThat(desk.actions(connexion).subList(2, 4)).containsExactly(Action.QUOTA_RESET, Action.QUOTA_EXHAUSTED);
    }

    @Test
    default void makesRoomOfLeasesThatEnded() {
        var desk = Desk.of(this);
        var connexion = desk.connexion(2);
        var gone = desk.hold(connexion, 2);
        desk.refused(connexion, 1);
        desk.pass(Hold.DEFAULT_LEASE);
        assertThat(desk.hold(connexion, 1).units()).isEqualTo(1);
        assertThat(desk.counted(connexion)).isEqualTo(1);
        assertThat(desk.show(connexion, gone.id())).map(Reservation::state).contains(State.LAPSED);
    }

    @Test
    default void takesALimitBelowWhatIsUsed() {
        var desk = Desk.of(this);
        var connexion = desk.connexion(10);
        desk.spend(connexion, desk.hold(connexion, 6).id());
        var lowered = desk.limit(connexion, 5);
        assertThat(lowered.room().remaining()).isZero();
        assertThat(lowered.used()).isEqualTo(6);
        assertThat(desk.refused(connexion, 1).room().remaining()).isZero();
        desk.limit(connexion, 7);
        assertThat(desk.hold(connexion, 1).units()).isEqualTo(1);
        desk.limit(connexion, null);
        assertThat(desk.hold(connexion, 1000).units()).isEqualTo(1000);
        assertThat(desk.quota(connexion).orElseThrow().room().remaining()).isNull();
        assertThat(desk.counted(connexion)).isEqualTo(1007);
    }

    @Test
    default void changesTheLimitOfTheConnexion() {
        var desk = Desk.of(this);
        var connexion = desk.connexion(7);
        var before = find(desk.caller(), connexion).orElseThrow();
        assertThat(before.dailyLimit()).isEqualTo(new DailyLimit(7));
        desk.limit(connexion, 7);
        assertThat(find(desk.caller(), connexion)).contains(before);
        assertThat(desk.actions(connexion)).containsExactly(Action.QUOTA_LIMIT_CHANGED);
        desk.limit(connexion, Integer.MAX_VALUE);
        assertThat(find(desk.caller(), connexion))
                .map(Connexion::dailyLimit)
                .contains(new DailyLimit(Integer.MAX_VALUE));
    }

    @Test
    default void countsNoFurtherThanTheColumn() {
        var desk = Desk.of(this);
        var connexion = desk.connexion(null);
        plantCount(connexion, Integer.MAX_VALUE - 1, Desk.MIDNIGHT);
        assertThat(desk.refused(connexion, 2).room().remaining()).isNull();
        assertThat(desk.hold(connexion, 1).units()).isEqualTo(1);
        assertThat(desk.refused(connexion, 1).freeAt()).isNotNull();
        assertThat(desk.counted(connexion)).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    default void losesItsReservationsWithTheConnexion() {
        var desk = Desk.of(this);
        var connexion = desk.connexion(10);
        var held = desk.hold(connexion, 1);
        desk.refused(connexion, 10);
        run(desk.caller(), tx -> connexions().remove(tx, connexion));
        assertThat(desk.show(connexion, held.id())).isEmpty();
        assertThat(desk.quota(connexion)).isEmpty();
        assertThat(desk.reserve(connexion, 1)).isEqualTo(new ReserveQuota.Result.NotFound());
        assertThat(desk.spend(connexion, held.id())).isEqualTo(new SpendReservation.Result.NotFound());
    }

    @Test
    default void knowsNoOtherReservation() {
        var desk = Desk.of(this);
        var connexion = desk.connexion(10);
        var held = desk.hold(connexion, 1);
        var other = desk.connexion(10);
        assertThat(desk.show(other, held.id())).isEmpty();
        assertThat(desk.release(other, held.id())).isEqualTo(new ReleaseReservation.Result.NotFound());
        assertThat(desk.spend(connexion, ReservationId.random())).isEqualTo(new SpendReservation.Result.NotFound());
        assertThat(desk.counted(connexion)).isEqualTo(1);
    }
}
