package dev.connexions.application.testing;

import dev.connexions.application.idempotency.IdempotencyRecord;
import dev.connexions.application.idempotency.IdempotencyRecords;
import dev.connexions.application.shared.Tx;
import dev.connexions.domain.shared.Caller;
import dev.connexions.domain.shared.Digest;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

final class InMemoryIdempotencyRecords implements IdempotencyRecords {

    @Override
    public boolean add(Tx tx, IdempotencyRecord record) {
        var own = InMemoryTx.of(tx);
        own.mustSee(record.organisation());
        return lock(tx, record.key()).isEmpty() && own.tables().requests().add(record);
    }

    @Override
    public Optional<IdempotencyRecord> lock(Tx tx, Digest key) {
        var own = InMemoryTx.of(tx);
        return own.tables().requests().stream()
                .filter(record ->
                        own.sees(record.organisation()) && record.key().equals(key))
                .findFirst();
    }

    @Override
    public void save(Tx tx, IdempotencyRecord record) {
        var own = InMemoryTx.of(tx);
        own.mustSee(record.organisation());
        remove(tx, record.key());
        own.tables().requests().add(record);
    }

    @Override
    public void remove(Tx tx, Digest key) {
        lock(tx, key).ifPresent(InMemoryTx.of(tx).tables().requests()::remove);
    }

    @Override
    public int forget(Tx tx, Instant beganBefore, int limit) {
        var own = InMemoryTx.of(tx);
        var across = tx.caller() instanceof Caller.Job && tx.organisation().isEmpty();
        var over = own.tables().requests().stream()
                .filter(record -> across || own.sees(record.organisation()))
                .filter(record -> record.beganAt().isBefore(beganBefore))
                .sorted(Comparator.comparing(IdempotencyRecord::beganAt))
                .limit(limit)
                .toList();
        own.tables().requests().removeAll(over);
        return over.size();
    }
}
