package dev.connexions.application.idempotency;

import dev.connexions.application.idempotency.IdempotencyRecord.Progress;
import dev.connexions.application.shared.Transactions;
import dev.connexions.application.shared.Tx;
import dev.connexions.domain.shared.Caller;
import dev.connexions.domain.shared.Digest;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Remembers how a request under a key ended. Says nothing over an attempt that took this one's place meanwhile. */
public final class FinishRequest {

    public sealed interface Ending {

        record Answered(SealedAnswer answer) implements Ending {}

        /** With a secret. */
        record AnsweredOnce() implements Ending {}

        /** It did nothing: the same key may come with a mended request. */
        record Refused() implements Ending {}

        /** It failed, whatever it did before: who asks again need not wait, the audit chain tells. */
        record Failed() implements Ending {}
    }

    public record Command(Digest key, Ending ending) {}

    private final Transactions transactions;
    private final IdempotencyRecords records;
    private final InstantSource clock;

    public FinishRequest(Transactions transactions, IdempotencyRecords records, InstantSource clock) {
        this.transactions = transactions;
        this.records = records;
        this.clock = clock;
    }

    /** @param caller by whose request id it was begun */
    public void handle(Caller caller, Command command) {
        transactions.<@Nullable Void>in(caller, tx -> {
            records.lock(tx, command.key())
                    .filter(record -> record.attempt().equals(caller.request()))
                    .ifPresent(record -> finish(tx, record, command.ending()));
            return null;
        });
    }

    private void finish(Tx tx, IdempotencyRecord record, Ending ending) {
        switch (ending) {
            case Ending.Answered(var answer) -> records.save(tx, record.with(new Progress.Answered(answer)));
            case Ending.AnsweredOnce once -> records.save(tx, record.with(new Progress.AnsweredOnce()));
            case Ending.Refused refused -> records.remove(tx, record.key());
            case Ending.Failed failed -> records.save(tx, record.with(new Progress.InFlight(clock.instant())));
        }
    }
}
