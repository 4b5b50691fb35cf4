package dev.connexions.application.shared;

import dev.connexions.domain.shared.Caller;
import dev.connexions.domain.shared.OrganisationId;
import dev.connexions.domain.shared.Permission;
import dev.connexions.domain.shared.UserId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

public final class WhoAmI {

    public record Me(
            UserId user, @Nullable OrganisationId organisation, boolean administrator, Set<Permission> permissions) {}

    private final Transactions transactions;

    public WhoAmI(Transactions transactions) {
        this.transactions = transactions;
    }

    public Me handle(Caller.User caller) {
        return transactions.in(
                caller,
                tx -> new Me(caller.id(), tx.organisation().orElse(null), tx.administrator(), caller.permissions()));
    }
}
