package dev.connexions.application.quota;

import dev.connexions.application.audit.AuditTrail;
import dev.connexions.application.connexion.Connexions;
import dev.connexions.application.shared.Transactions;
import dev.connexions.application.shared.Tx;
import dev.connexions.domain.connexion.Connexion;
import dev.connexions.domain.connexion.Connexion.Change;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.connexion.DailyLimit;
import dev.connexions.domain.quota.CivilDay;
import dev.connexions.domain.quota.DailyQuota;
import dev.connexions.domain.shared.Caller;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The limit it has already changes nothing. One below what was taken refuses whoever comes next; nothing is taken back. */
public final class SetDailyLimit {

    /** @param limit absent for none */
    public record Command(ConnexionId connexion, @Nullable DailyLimit limit) {}

    private final Transactions transactions;
    private final Connexions connexions;
    private final Quotas quotas;
    private final AuditTrail audit;
    private final CivilDay day;
    private final InstantSource clock;

    public SetDailyLimit(
            Transactions transactions,
            Connexions connexions,
            Quotas quotas,
            AuditTrail audit,
            CivilDay day,
            InstantSource clock) {
        this.transactions = transactions;
        this.connexions = connexions;
        this.quotas = quotas;
        this.audit = audit;
        this.day = day;
        this.clock = clock;
    }

    /** What the quota is now; empty when the caller has no such connexion. */
    public Optional<DailyQuota> handle(Caller caller, Command command) {
        var now = clock.instant();
        // through the connexion: whoever saves one that was read before must not bring the old limit back
        return transactions.in(
                caller,
                tx -> connexions.lock(tx, command.connexion()).flatMap(found -> {
                    limit(tx, found, command.limit(), now);
                    return quotas.find(tx, found.id(), now).map(tally -> tally.at(now, day));
                }));
    }

    private void limit(Tx tx, Connexion found, @Nullable DailyLimit limit, Instant now) {
        switch (found.limit(limit, now)) {
            case Change.Accepted(var next, var events) when events.isEmpty() -> {}
            case Change.Accepted(var next, var events) -> {
                connexions.save(tx, next);
                audit.append(tx, events);
            }
            case Change.Refused(var why) ->
                throw new IllegalStateException("the limit of " + found.id() + " refused: " + why);
        }
    }
}
