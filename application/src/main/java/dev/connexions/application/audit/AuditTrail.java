package dev.connexions.application.audit;

import dev.connexions.application.shared.Tx;
import dev.connexions.domain.audit.AuditEntry;
import dev.connexions.domain.audit.AuditRecord;
import dev.connexions.domain.audit.Details;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.shared.DomainEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The organisation's chain of what was done. Append only. An entry commits with the change it tells of, or neither does;
 * concurrent writers of one organisation take turns until their transaction ends, so the sequence has no gaps.
 */
public interface AuditTrail {

    void append(Tx tx, AuditRecord record);

    default void append(Tx tx, List<? extends DomainEvent> events) {
        events.forEach(event -> append(tx, Recorded.of(event)));
    }

    /**
     * Newest first; at most {@code limit}, strictly before {@code before}; of one connexion, or of the whole organisation.
     * Entries of a connexion that was erased are still there.
     */
    List<Read> read(Tx tx, @Nullable ConnexionId connexion, @Nullable Long before, int limit);

    /** @param details absent once they were erased */
    record Read(AuditEntry entry, @Nullable Details details) {}
}
