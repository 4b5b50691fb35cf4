package dev.connexions.application.testing;

import dev.connexions.application.audit.AuditTrail;
import dev.connexions.application.shared.Tx;
import dev.connexions.domain.audit.AuditEntry;
import dev.connexions.domain.audit.AuditRecord;
import dev.connexions.domain.audit.Details;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.shared.Digest;
import dev.connexions.domain.shared.OneTimeSecret;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

final class InMemoryAuditTrail implements AuditTrail {

    private static final Comparator<Read> BY_SEQUENCE =
            Comparator.comparingLong(read -> read.entry().sequence());

    @Override
    public void append(Tx tx, AuditRecord record) {
        var own = InMemoryTx.of(tx);
        own.mustSee(record.organisation());
        var tail = chain(own)
                .max(BY_SEQUENCE)
                .map(last -> new AuditEntry.Tail(
                        last.entry().sequence(), last.entry().hash()))
                .orElse(null);
        var salt = OneTimeSecret.random().reveal();
        var entry = AuditEntry.next(tail, record, tx.actor(), tx.caller().request(), digest(salt, record.details()));
        own.tables().audit().add(new Read(entry, record.details()));
    }

    @Override
    public List<Read> read(Tx tx, @Nullable ConnexionId connexion, @Nullable Long before, int limit) {
        return chain(InMemoryTx.of(tx))
                .filter(read ->
                        connexion == null || connexion.equals(read.entry().connexion()))
                .filter(read -> before == null || read.entry().sequence() < before)
                .sorted(BY_SEQUENCE.reversed())
                .limit(limit)
                .toList();
    }

    private static Stream<Read> chain(InMemoryTx own) {
        return own.tables().audit().stream()
                .filter(read -> own.sees(read.entry().organisation()));
    }

    /** Salted, so that a short list of likely details cannot be tried against it once they were erased. */
    private static Digest digest(String salt, Details details) {
        var fields = new ArrayList<@Nullable String>();
        fields.add(salt);
        details.changes().forEach((member, difference) -> {
            fields.add(member);
            fields.add(difference.before());
            fields.add(difference.after());
        });
        return AuditEntry.sha256(fields.toArray(String[]::new));
    }
}
