package dev.connexions.application.testing;

import dev.connexions.application.connexion.ConnexionReads;
import dev.connexions.application.connexion.Connexions;
import dev.connexions.application.shared.Transactions;
import dev.connexions.domain.connexion.Connexion;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.shared.Acting;
import dev.connexions.domain.shared.Caller;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

final class InMemoryConnexionReads implements ConnexionReads {

    private final Transactions transactions;
    private final Connexions connexions;

    InMemoryConnexionReads(Transactions transactions, Connexions connexions) {
        this.transactions = transactions;
        this.connexions = connexions;
    }

    @Override
    public Optional<Connexion> find(Caller caller, ConnexionId id) {
        return transactions.in(caller, tx -> connexions.find(tx, id));
    }

    @Override
    public Listed list(Caller caller, Scope scope, Filter filter, @Nullable Position after, int limit, Instant now) {
        return transactions.in(caller, tx -> {
            var own = InMemoryTx.of(tx);
            var all = scope == Scope.ALL && own.administrator() && !isWithin(caller);
            if (!all && own.organisation().isEmpty()) {
                return Listed.NOTHING;
            }
            var items = own.tables().connexions().values().stream()
                    .filter(row -> all || own.sees(row.organisation()))
                    .map(row -> Rows.read(row, own.tables().tokens().containsKey(row.id())))
                    .filter(row -> Rows.passes(row, filter, now))
                    .filter(row -> after == null || Rows.ORDER.compare(Position.of(row, filter), after) > 0)
                    .sorted((one, other) -> Rows.ORDER.compare(Position.of(one, filter), Position.of(other, filter)))
                    .limit(limit)
                    .toList();
            return new Listed(all ? null : own.requireOrganisation(), items);
        });
    }

    private static boolean isWithin(Caller caller) {
        return switch (caller) {
            case Caller.Job job -> job.organisation() != null;
            case Caller.User user -> user.acting() instanceof Acting.Within;
        };
    }
}
