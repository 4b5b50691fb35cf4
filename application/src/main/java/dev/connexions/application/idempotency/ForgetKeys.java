package dev.connexions.application.idempotency;

import dev.connexions.application.shared.Transactions;
import dev.connexions.domain.shared.Caller;
import dev.connexions.domain.shared.RequestId;
import java.time.InstantSource;

/** Removes the records whose keys stand for nothing any more, of every organisation. */
public final class ForgetKeys {

    private static final int BATCH = 500;

    private final Transactions transactions;
    private final IdempotencyRecords records;
    private final InstantSource clock;

    public ForgetKeys(Transactions transactions, IdempotencyRecords records, InstantSource clock) {
        this.transactions = transactions;
        this.records = records;
        this.clock = clock;
    }

    /** @return how many it removed; each batch in a transaction of its own */
    public int turn() {
        var job = Caller.Job.across("forget-idempotency-keys", RequestId.random());
        var before = clock.instant().minus(IdempotencyRecord.LIFETIME);
        var removed = 0;
        int batch;
        do {
            batch = transactions.in(job, tx -> records.forget(tx, before, BATCH));
            removed += batch;
        } while (batch == BATCH);
        return removed;
    }
}
