package dev.connexions.application.idempotency;

import dev.connexions.application.shared.Tx;
import dev.connexions.domain.shared.Digest;
import java.time.Instant;
import java.util.Optional;

/** The records of the transaction's organisation; a key that another one used is not used. */
public interface IdempotencyRecords {

    /**
     * Of several who add one of the same key at once one does, and the others wait until its transaction has ended.
     *
     * @return whether there was none of its key, so that it was added
     */
    boolean add(Tx tx, IdempotencyRecord record);

    /** Nobody else changes it before the transaction ends. */
    Optional<IdempotencyRecord> lock(Tx tx, Digest key);

    /** Takes the place of the one of its key, which the transaction has locked. */
    void save(Tx tx, IdempotencyRecord record);

    void remove(Tx tx, Digest key);

    /**
     * Removes what began before the moment, at most {@code limit} of them; for a job that looks across, of all
     * organisations. What somebody has locked is left for another time.
     *
     * @return how many it removed
     */
    int forget(Tx tx, Instant beganBefore, int limit);
}
