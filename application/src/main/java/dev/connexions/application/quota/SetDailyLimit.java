package dev.connexions.application.quota;

import dev.connexions.application.audit.AuditTrail;
import dev.connexions.application.connexion.Connexions;
import dev.connexions.application.shared.Precondition;
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
import org.jspecify.annotations.Nullable;

/** The limit it has already changes nothing. One below what was taken refuses whoever comes next; nothing is taken back. */
public final class SetDailyLimit {

    /** @param limit absent for none */
    public record Command(ConnexionId connexion, @Nullable DailyLimit limit, Precondition<DailyQuota> precondition) {

        /** However the quota is. */
        public Command(ConnexionId connexion, @Nullable DailyLimit limit) {
            this(connexion, limit, Precondition.none());
        }
    }

    public sealed interface Result {

        /** Also when it was so already. */
        record Limited(DailyQuota quota) implements Result {}

        record NotFound() implements Result {}

        /** It is not as the caller demands; nothing was done. */
        record PreconditionFailed() implements Result {}
    }

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

    public Result handle(Caller caller, Command command) {
        var now = clock.instant();
        // through the connexion: whoever saves one that was read before must not bring the old limit back
        return transactions.in(
                caller,
                tx -> connexions
                        .lock(tx, command.connexion())
                        .map(found -> limit(tx, found, command, now))
                        .orElseGet(Result.NotFound::new));
    }

    private Result limit(Tx tx, Connexion found, Command command, Instant now) {
        if (!command.precondition().holdsFor(quota(tx, found, now))) {
            return new Result.PreconditionFailed();
        }
        limit(tx, found, command.limit(), now);
        return new Result.Limited(quota(tx, found, now));
    }

    private DailyQuota quota(Tx tx, Connexion locked, Instant now) {
        return quotas.find(tx, locked.id(), now)
                .map(tally -> tally.at(now, day))
                .orElseThrow(() -> new IllegalStateException(locked.id() + " went while it was locked"));
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
