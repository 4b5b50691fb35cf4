package dev.connexions.application.token;

import dev.connexions.application.connexion.Connexions;
import dev.connexions.application.shared.Batch;
import dev.connexions.application.shared.Transactions;
import dev.connexions.application.shared.Tx;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.shared.Caller;
import dev.connexions.domain.shared.RequestId;
import dev.connexions.domain.token.RenewalPolicy;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * First sight of tokens that the platform wrote itself. Walks over all connexions, some at each turn, since nothing tells
 * us when the platform writes.
 */
public final class PlanRenewals {

    /** How many a turn looks at; what it finds among them is far less, once the first walk is over. */
    public static final int ROWS = 1000;

    private final Transactions transactions;
    private final Connexions connexions;
    private final DueRenewals renewals;
    private final RenewalPolicy policy;
    private final InstantSource clock;
    private final AtomicReference<@Nullable ConnexionId> reached = new AtomicReference<>();

    public PlanRenewals(
            Transactions transactions,
            Connexions connexions,
            DueRenewals renewals,
            RenewalPolicy policy,
            InstantSource clock) {
        this.transactions = transactions;
        this.connexions = connexions;
        this.renewals = renewals;
        this.policy = policy;
        this.clock = clock;
    }

    /** How many had no plan. What goes wrong with one is thrown once all had their turn. */
    public int turn() {
        var across = Caller.Job.across("renewal-plan", RequestId.random());
        var glance = transactions.in(across, tx -> renewals.unplanned(tx, reached.get(), ROWS, clock.instant()));
        reached.set(glance.end());
        Batch.each(
                glance.found(),
                each -> transactions.<@Nullable Void>in(
                        across.within(each.organisation()), tx -> plan(tx, each.connexion())));
        return glance.found().size();
    }

    private @Nullable Void plan(Tx tx, ConnexionId id) {
        connexions.lock(tx, id).ifPresent(connexion -> {
            var planned = connexion.planned(policy, clock.instant());
            renewals.plan(tx, id, planned.refreshing().nextAt());
        });
        return null;
    }
}
