package dev.connexions.application.quota;

import dev.connexions.application.shared.Transactions;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.quota.CivilDay;
import dev.connexions.domain.quota.DailyQuota;
import dev.connexions.domain.shared.Caller;
import java.time.InstantSource;
import java.util.Optional;

public final class ShowQuota {

    private final Transactions transactions;
    private final Quotas quotas;
    private final CivilDay day;
    private final InstantSource clock;

    public ShowQuota(Transactions transactions, Quotas quotas, CivilDay day, InstantSource clock) {
        this.transactions = transactions;
        this.quotas = quotas;
        this.day = day;
        this.clock = clock;
    }

    public Optional<DailyQuota> handle(Caller caller, ConnexionId connexion) {
        var now = clock.instant();
        return transactions.in(caller, tx -> quotas.find(tx, connexion, now).map(tally -> tally.at(now, day)));
    }
}
