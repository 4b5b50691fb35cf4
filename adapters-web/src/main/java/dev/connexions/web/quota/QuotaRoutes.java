package dev.connexions.web.quota;

import static dev.connexions.domain.shared.Permission.CONNEXIONS_READ;
import static dev.connexions.domain.shared.Permission.CONNEXIONS_WRITE;
import static dev.connexions.domain.shared.Permission.PUBLICATIONS_WRITE;

import dev.connexions.application.quota.ReleaseReservation;
import dev.connexions.application.quota.ReserveQuota;
import dev.connexions.application.quota.SetDailyLimit;
import dev.connexions.application.quota.ShowQuota;
import dev.connexions.application.quota.ShowReservation;
import dev.connexions.application.quota.SpendReservation;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.quota.CivilDay;
import dev.connexions.domain.quota.DailyQuota;
import dev.connexions.domain.quota.Reservation;
import dev.connexions.domain.quota.ReservationId;
import dev.connexions.domain.quota.Room;
import dev.connexions.web.shared.Access;
import dev.connexions.web.shared.Answer;
import dev.connexions.web.shared.Api;
import dev.connexions.web.shared.Call;
import dev.connexions.web.shared.ProblemType;
import dev.connexions.web.shared.Refusal;
import dev.connexions.web.shared.Values;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

public final class QuotaRoutes {

    public record UseCases(
            CivilDay day,
            ShowQuota show,
            SetDailyLimit limit,
            ReserveQuota reserve,
            ShowReservation showReservation,
            SpendReservation spend,
            ReleaseReservation release) {}

    private static final String CONNEXIONS = "/v1/connexions/";
    private static final String QUOTA = CONNEXIONS + "{id}/quota";
    private static final String RESERVATIONS = QUOTA + "/reservations";
    private static final String ONE = RESERVATIONS + "/{rid}";

    private final UseCases useCases;
    private final URI publicUrl;
    private final InstantSource clock;
    private final RateLimit rateLimit;

    public QuotaRoutes(UseCases useCases, URI publicUrl, InstantSource clock) {
        this.useCases = useCases;
        this.publicUrl = publicUrl;
        this.clock = clock;
        this.rateLimit = new RateLimit(useCases.day());
    }

    public void declare(Api api) {
        api.get(QUOTA, Access.with(CONNEXIONS_READ), this::show);
        api.put(QUOTA, Access.with(CONNEXIONS_WRITE), this::limit);
        api.post(RESERVATIONS, Access.with(PUBLICATIONS_WRITE), this::reserve);
        api.get(ONE, Access.with(PUBLICATIONS_WRITE), this::showReservation);
        api.delete(ONE, Access.with(PUBLICATIONS_WRITE), this::release);
        api.post(ONE + "/spend", Access.with(PUBLICATIONS_WRITE), this::spend);
    }

    private Answer show(Call call) {
        var connexion = connexionOf(call);
        call.refuseParameters();
        return quota(connexion, useCases.show().handle(call.caller(), connexion).orElseThrow(Refusal::notFound));
    }

    private Answer limit(Call call) {
        var connexion = connexionOf(call);
        var command = QuotaBody.limit(call, connexion, call.ifMatch(shown -> quota(connexion, shown)));
        return switch (useCases.limit().handle(call.caller(), command)) {
            case SetDailyLimit.Result.Limited(var quota) -> quota(connexion, quota);
            case SetDailyLimit.Result.NotFound none -> throw Refusal.notFound();
            case SetDailyLimit.Result.PreconditionFailed failed -> throw Refusal.preconditionFailed();
        };
    }

    private Answer reserve(Call call) {
        var connexion = connexionOf(call);
        var command = QuotaBody.hold(call, connexion);
        return switch (useCases.reserve().handle(call.caller(), command)) {
            case ReserveQuota.Result.Held(var reservation, var room) ->
                reservation(201, reservation, room)
                        .with(
                                "Location",
                                publicUrl + CONNEXIONS + connexion.value() + "/quota/reservations/"
                                        + reservation.id().value());
            case ReserveQuota.Result.Exhausted exhausted -> throw exhausted(exhausted);
            case ReserveQuota.Result.NotFound none -> throw Refusal.notFound();
        };
    }

    private Answer showReservation(Call call) {
        var query = new ShowReservation.Query(connexionOf(call), reservationOf(call));
        call.refuseParameters();
        return useCases.showReservation()
                .handle(call.caller(), query)
                .map(this::shown)
                .orElseThrow(Refusal::notFound);
    }

    private Answer spend(Call call) {
        var command = new SpendReservation.Command(connexionOf(call), reservationOf(call));
        call.refuseInput();
        return switch (useCases.spend().handle(call.caller(), command)) {
            case SpendReservation.Result.Spent(var reservation, var room) -> reservation(200, reservation, room);
            case SpendReservation.Result.Refused(var state) -> throw tooLate(state);
            case SpendReservation.Result.NotFound none -> throw Refusal.notFound();
        };
    }

    private Answer release(Call call) {
        var connexion = connexionOf(call);
        var reservation = reservationOf(call);
        call.refuseParameters();
        var command = new ReleaseReservation.Command(connexion, reservation, call.ifMatch(this::shown));
        return switch (useCases.release().handle(call.caller(), command)) {
            case ReleaseReservation.Result.Released(var released, var room) -> reservation(200, released, room);
            case ReleaseReservation.Result.Refused(var state) -> throw tooLate(state);
            case ReleaseReservation.Result.NotFound none -> throw Refusal.notFound();
            case ReleaseReservation.Result.PreconditionFailed failed -> throw Refusal.preconditionFailed();
        };
    }

    private Answer quota(ConnexionId connexion, DailyQuota quota) {
        return Answer.json(200, QuotaResponse.of(quota, useCases.day())).tagged(connexion.value());
    }

    private Answer shown(ShowReservation.Shown shown) {
        return reservation(200, shown.reservation(), shown.room());
    }

    private Answer reservation(int status, Reservation reservation, Room room) {
        var answer = Answer.json(status, ReservationResponse.of(reservation, room))
                .tagged(reservation.id().value());
        for (Map.Entry<String, String> header :
                rateLimit.headers(room, clock.instant()).entrySet()) {
            answer = answer.with(header.getKey(), header.getValue());
        }
        return answer;
    }

    private Refusal exhausted(ReserveQuota.Result.Exhausted exhausted) {
        var room = exhausted.room();
        var wait = RateLimit.seconds(Duration.between(exhausted.at(), exhausted.freeAt()));
        var refusal = new Refusal(
                        ProblemType.QUOTA_EXCEEDED,
                        "The connexion's day has no room for that until a lease ends or the day is over.")
                .retryAfter(Duration.ofSeconds(wait));
        for (Map.Entry<String, String> header :
                rateLimit.headers(room, exhausted.at()).entrySet()) {
            refusal = refusal.with(header.getKey(), header.getValue());
        }
        return refusal;
    }

    private static Refusal tooLate(Reservation.State state) {
        return new Refusal(ProblemType.ILLEGAL_TRANSITION, "The reservation is " + state.code() + " already.");
    }

    private static ConnexionId connexionOf(Call call) {
        return new ConnexionId(call.id());
    }

    private static ReservationId reservationOf(Call call) {
        return Values.canonicalUuid(call.pathParameter("rid"))
                .map(ReservationId::new)
                .orElseThrow(Refusal::notFound);
    }
}
