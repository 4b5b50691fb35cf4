package dev.connexions.application.quota;

import dev.connexions.application.shared.Transactions;
import dev.connexions.domain.shared.Caller;
import dev.connexions.domain.shared.RequestId;
import java.time.InstantSource;

/**
 * Gives back what whoever held it never settled. Looks across organisations, works for one at a time; done twice, by two
 * replicas at once say, it gives back once.
 */
public final class LapseReservations {

    private static final String NAME = "lapse-reservations";
    /** How many a turn gives back at most. */
    public static final int BATCH = 500;

    private final Transactions transactions;
    private final Quotas quotas;
    private final InstantSource clock;

    public LapseReservations(Transactions transactions, Quotas quotas, InstantSource clock) {
        this.transactions = transactions;
        this.quotas = quotas;
        this.clock = clock;
    }

    /** How many lapsed. A full turn may have left some: take another at once. */
    public int turn() {
        var job = Caller.Job.across(NAME, RequestId.random());
        var now = clock.instant();
        var lapsed = 0;
        for (var found : transactions.in(job, tx -> quotas.expired(tx, now, BATCH))) {
            lapsed += transactions.in(
                    job.within(found.organisation()),
                    tx -> quotas.lock(tx, found.connexion(), now)
                            .map(tally -> quotas.lapse(tx, found.connexion(), now))
                            .orElse(0));
        }
        return lapsed;
    }
}
