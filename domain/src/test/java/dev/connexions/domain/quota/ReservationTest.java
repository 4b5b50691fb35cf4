package dev.connexions.domain.quota;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.quota.Reservation.Change;
import dev.connexions.domain.quota.Reservation.State;
import dev.connexions.domain.shared.OrganisationId;
import dev.connexions.domain.shared.RequestId;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReservationTest {

    private static final Instant NOW = Instant.parse("2026-03-29T10:15:30.123456Z");
    private static final Instant END = NOW.plusSeconds(300);
    private static final Reservation HELD = new Reservation(
            ReservationId.random(),
            new OrganisationId(UUID.randomUUID()),
            ConnexionId.random(),
            3,
            State.HELD,
            "a reel",
            NOW,
            END,
            Instant.parse("2026-03-30T00:00:00Z"),
            null);

    @Test
    void isSpentOnce() {
        var spent = accepted(HELD.spend(NOW));
        assertThat(spent.state()).isEqualTo(State.SPENT);
        assertThat(spent.settledAt()).isEqualTo(NOW);
        assertThat(accepted(spent.spend(END.plusSeconds(1)))).isEqualTo(spent);
        assertThat(refused(spent.release(NOW))).isEqualTo(spent);
    }

    @Test
    void isReleasedOnce() {
        var released = accepted(HELD.release(NOW));
        assertThat(released.state()).isEqualTo(State.RELEASED);
        assertThat(accepted(released.release(END))).isEqualTo(released);
        assertThat(refused(released.spend(NOW))).isEqualTo(released);
    }

    @Test
    void lapsesAtTheVeryEndOfItsLease() {
        var justBefore = END.minusNanos(1000);
        assertThat(HELD.at(justBefore)).isEqualTo(HELD);
        assertThat(accepted(HELD.spend(justBefore)).state()).isEqualTo(State.SPENT);
        assertThat(HELD.at(END).state()).isEqualTo(State.LAPSED);
        assertThat(refused(HELD.spend(END)).state()).isEqualTo(State.LAPSED);
        assertThat(accepted(HELD.release(END)).state()).isEqualTo(State.LAPSED);
    }

    @Test
    void staysWhatItBecameWhenTheLeaseEnds() {
        var spent = accepted(HELD.spend(NOW));
        assertThat(spent.at(END.plusSeconds(9))).isEqualTo(spent);
    }

    private static Reservation accepted(Change change) {
        assertThat(change).isInstanceOf(Change.Accepted.class);
        return ((Change.Accepted) change).next();
    }

    private static Reservation refused(Change change) {
        assertThat(change).isInstanceOf(Change.Refused.class);
        return ((Change.Refused) change).next();
    }

    @Test
    void isKnownByTheAttemptThatMadeIt() {
        var attempt = RequestId.random().attempt();
        var id = ReservationId.of(attempt);
        assertThat(id).isEqualTo(ReservationId.of(attempt)).isNotEqualTo(ReservationId.of(RequestId.random()));
        assertThat(id.value().version()).isEqualTo(8);
        assertThat(id.value().variant()).isEqualTo(2);
    }
}
