package dev.connexions.application.audit;

import dev.connexions.application.shared.Transactions;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.shared.Caller;
import dev.connexions.domain.shared.OrganisationId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The audit of an organisation, or of one of its connexions, erased ones included. */
public final class ReadAuditTrail {

    /**
     * @param inside the organisation that {@code before} was handed out in, if any
     * @param limit 1 to 200
     */
    public record Query(
            @Nullable ConnexionId connexion,
            @Nullable OrganisationId inside,
            @Nullable Long before,
            int limit) {}

    public sealed interface Result {

        /** @param next the sequence that the following page begins before; absent on the last */
        record Listed(
                OrganisationId organisation,
                List<AuditTrail.Read> items,
                @Nullable Long next) implements Result {}

        /** The organisation neither has nor had such a connexion. */
        record NotFound() implements Result {}

        record ForeignPosition() implements Result {}
    }

    private final Transactions transactions;
    private final KnownConnexions connexions;
    private final AuditTrail audit;

    public ReadAuditTrail(Transactions transactions, KnownConnexions connexions, AuditTrail audit) {
        this.transactions = transactions;
        this.connexions = connexions;
        this.audit = audit;
    }

    public Result handle(Caller caller, Query query) {
        return transactions.in(caller, tx -> {
            var organisation = tx.requireOrganisation();
            if (query.inside() != null && !query.inside().equals(organisation)) {
                return new Result.ForeignPosition();
            }
            var found = audit.read(tx, query.connexion(), query.before(), query.limit() + 1);
            if (found.isEmpty() && query.connexion() != null && !connexions.has(tx, query.connexion())) {
                return new Result.NotFound();
            }
            if (found.size() <= query.limit()) {
                return new Result.Listed(organisation, found, null);
            }
            var items = List.copyOf(found.subList(0, query.limit()));
            return new Result.Listed(
                    organisation, items, items.getLast().entry().sequence());
        });
    }
}
