package dev.connexions.application.quota;

import dev.connexions.application.shared.Precondition;
import dev.connexions.application.testing.Fixtures;
import dev.connexions.application.testing.Platform;
import dev.connexions.application.testing.SettableTime;
import dev.connexions.domain.audit.Action;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.connexion.DailyLimit;
import dev.connexions.domain.quota.CivilDay;
import dev.connexions.domain.quota.DailyQuota;
import dev.connexions.domain.quota.Hold;
import dev.connexions.domain.quota.Reservation;
import dev.connexions.domain.quota.ReservationId;
import dev.connexions.domain.shared.Caller;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The quota's use cases on a platform, of one caller, at a time that is set. */
public record Desk(Platform platform, QuotaLedger ledger, Caller caller, SettableTime clock) {

    static final CivilDay DAY = new CivilDay(ZoneOffset.UTC);
    static final Instant MIDNIGHT = Instant.parse("2026-03-30T00:00:00Z");

    public static Desk of(Platform platform) {
        return new Desk(platform, platform.quotaLedger(), platform.member(), new SettableTime(Fixtures.NOW));
    }

    public Desk as(Caller other) {
        return new Desk(platform, ledger, other, clock);
    }

    /** Through another replica's ledger. */
    public Desk on(QuotaLedger other) {
        return new Desk(platform, other, caller, clock);
    }

    /** A fresh one, with this limit or none. */
    public ConnexionId connexion(@Nullable Integer limit) {
        var connexion = platform.add(caller).id();
        limit(connexion, limit);
        return connexion;
    }

    public DailyQuota limit(ConnexionId connexion, @Nullable Integer units) {
        var result = new SetDailyLimit(
                        platform.transactions(), platform.connexions(), platform.quotas(), platform.audit(), DAY, clock)
                .handle(caller, new SetDailyLimit.Command(connexion, units == null ? null : new DailyLimit(units)));
        return ((SetDailyLimit.Result.Limited) result).quota();
    }

    public ReserveQuota.Result reserve(ConnexionId connexion, int units) {
        return reserve(connexion, new Hold(units, Hold.DEFAULT_LEASE, null));
    }

    public ReserveQuota.Result reserve(ConnexionId connexion, Hold hold) {
        return reserve(connexion, ReservationId.random(), hold);
    }

    private ReserveQuota.Result reserve(ConnexionId connexion, ReservationId id, Hold hold) {
        return new ReserveQuota(ledger, platform.transactions(), platform.quotas(), platform.audit(), DAY, clock)
                .handle(caller, new ReserveQuota.Command(connexion, id, hold));
    }

    public Reservation hold(ConnexionId connexion, int units) {
        return ((ReserveQuota.Result.Held) reserve(connexion, units)).reservation();
    }

    public void hold(ConnexionId connexion, ReservationId id, int units) {
        var result = reserve(connexion, id, new Hold(units, Hold.DEFAULT_LEASE, null));
        if (!(result instanceof ReserveQuota.Result.Held)) {
            throw new IllegalStateException("refused: " + result);
        }
    }

    public ReserveQuota.Result.Exhausted refused(ConnexionId connexion, int units) {
        return (ReserveQuota.Result.Exhausted) reserve(connexion, units);
    }

    public SpendReservation.Result spend(ConnexionId connexion, ReservationId id) {
        return new SpendReservation(platform.transactions(), platform.quotas(), DAY, clock)
                .handle(caller, new SpendReservation.Command(connexion, id));
    }

    public ReleaseReservation.Result release(ConnexionId connexion, ReservationId id) {
        return release(connexion, id, Precondition.none());
    }

    ReleaseReservation.Result release(
            ConnexionId connexion, ReservationId id, Precondition<ShowReservation.Shown> precondition) {
        return new ReleaseReservation(platform.transactions(), platform.quotas(), DAY, clock)
                .handle(caller, new ReleaseReservation.Command(connexion, id, precondition));
    }

    public Optional<Reservation> show(ConnexionId connexion, ReservationId id) {
        return new ShowReservation(platform.transactions(), platform.quotas(), DAY, clock)
                .handle(caller, new ShowReservation.Query(connexion, id))
                .map(ShowReservation.Shown::reservation);
    }

    public Optional<DailyQuota> quota(ConnexionId connexion) {
        return new ShowQuota(platform.transactions(), platform.quotas(), DAY, clock).handle(caller, connexion);
    }

    /** Until nothing is left to lapse, of this and of every other organisation. */
    public int lapse() {
        var lapse = new LapseReservations(platform.transactions(), platform.quotas(), clock);
        var lapsed = 0;
        for (var turn = lapse.turn(); turn > 0; turn = lapse.turn()) {
            lapsed += turn;
        }
        return lapsed;
    }

    public long counted(ConnexionId connexion) {
        return platform.counted(connexion);
    }

    public void pass(Duration time) {
        clock.advance(time);
    }

    /** What the audit says of it, oldest first. */
    public List<Action> actions(ConnexionId connexion) {
        return platform.read(caller, tx -> platform.audit().read(tx, connexion, null, 200)).reversed().stream()
                .map(read -> read.entry().action())
                .toList();
    }
}
