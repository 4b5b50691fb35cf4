package dev.connexions.application.token;

import dev.connexions.application.audit.AuditTrail;
import dev.connexions.application.connexion.Connexions;
import dev.connexions.application.shared.Batch;
import dev.connexions.application.shared.Transactions;
import dev.connexions.application.shared.Tx;
import dev.connexions.application.token.DueRenewals.Ended;
import dev.connexions.domain.connexion.Connexion.Change;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.shared.Caller;
import dev.connexions.domain.shared.RequestId;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Says of each connexion whose token's life ended that it did. */
public final class ExpireTokens {

    /** How many a turn looks at at most. */
    public static final int BATCH = 100;

    private final Transactions transactions;
    private final Connexions connexions;
    private final DueRenewals renewals;
    private final AuditTrail audit;
    private final InstantSource clock;

    /** Where the latest turn stopped: rows that cannot be read stay where they are and must not block the others. */
    private final AtomicReference<@Nullable Ended> last = new AtomicReference<>();

    public ExpireTokens(
            Transactions transactions,
            Connexions connexions,
            DueRenewals renewals,
            AuditTrail audit,
            InstantSource clock) {
        this.transactions = transactions;
        this.connexions = connexions;
        this.renewals = renewals;
        this.audit = audit;
        this.clock = clock;
    }

    /** How many it looked at. What goes wrong with one is thrown once all had their turn. */
    public int turn() {
        var across = Caller.Job.across("expiry", RequestId.random());
        var ended = transactions.in(across, tx -> renewals.ended(tx, last.get(), BATCH, clock.instant()));
        last.set(ended.size() < BATCH ? null : ended.getLast());
        Batch.each(
                ended,
                each -> transactions.<@Nullable Void>in(
                        across.within(each.organisation()), tx -> expire(tx, each.connexion())));
        return ended.size();
    }

    private @Nullable Void expire(Tx tx, ConnexionId id) {
        connexions.lock(tx, id).ifPresent(connexion -> {
            if (connexion.expire(clock.instant()) instanceof Change.Accepted(var expired, var events)) {
                connexions.save(tx, expired);
                audit.append(tx, events);
            }
        });
        return null;
    }
}
