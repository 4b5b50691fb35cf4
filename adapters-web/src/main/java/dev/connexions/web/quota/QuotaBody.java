package dev.connexions.web.quota;

import dev.connexions.application.quota.ReserveQuota;
import dev.connexions.application.quota.SetDailyLimit;
import dev.connexions.application.shared.Precondition;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.connexion.DailyLimit;
import dev.connexions.domain.quota.DailyQuota;
import dev.connexions.domain.quota.Hold;
import dev.connexions.domain.quota.ReservationId;
import dev.connexions.web.shared.Call;
import dev.connexions.web.shared.Values;

/** The bodies that set a limit and that reserve. */
final class QuotaBody {

    private QuotaBody() {}

    static SetDailyLimit.Command limit(Call call, ConnexionId connexion, Precondition<DailyQuota> precondition) {
        call.query();
        var limit = call.body("dailyLimit").nullable("dailyLimit", Values.integer(DailyLimit::new));
        call.faults().refuse();
        return new SetDailyLimit.Command(connexion, limit.orNull(), precondition);
    }

    static ReserveQuota.Command hold(Call call, ConnexionId connexion) {
        call.query();
        var body = call.body("units", "holdSeconds", "purpose");
        var units = body.optional("units", Values.integer(Hold::units));
        var lease = body.optional("holdSeconds", Values.integer(Hold::lease));
        var purpose = body.optional("purpose", Values.text(Hold::purpose));
        call.faults().refuse();
        return new ReserveQuota.Command(
                connexion,
                call.attempt().map(ReservationId::of).orElseGet(ReservationId::random),
                new Hold(units.orElse(1), lease.orElse(Hold.DEFAULT_LEASE), purpose.orNull()));
    }
}
