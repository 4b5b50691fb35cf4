package dev.connexions.application.testing;

import dev.connexions.application.authorization.Grants;
import dev.connexions.application.shared.StaleException;
import dev.connexions.application.shared.Tx;
import dev.connexions.domain.authorization.Grant;
import dev.connexions.domain.connexion.GrantId;
import dev.connexions.domain.connexion.LoginProduct;
import java.util.Optional;

final class InMemoryGrants implements Grants {

    @Override
    public Optional<Grant> of(Tx tx, LoginProduct product, String metaUserId) {
        var own = InMemoryTx.of(tx);
        return own.tables().grants().values().stream()
                .filter(grant -> own.sees(grant.organisation()))
                .filter(grant ->
                        grant.product() == product && grant.metaUserId().equals(metaUserId))
                .findFirst();
    }

    @Override
    public Optional<Grant> find(Tx tx, GrantId id) {
        var own = InMemoryTx.of(tx);
        return Optional.ofNullable(own.tables().grants().get(id)).filter(grant -> own.sees(grant.organisation()));
    }

    @Override
    public void removeUnused(Tx tx, GrantId id) {
        find(tx, id).ifPresent(grant -> {
            if (InMemoryConnexions.hanging(tx, id).findAny().isEmpty()) {
                remove(InMemoryTx.of(tx).tables(), id);
            }
        });
    }

    static void remove(Tables tables, GrantId id) {
        tables.grants().remove(id);
        tables.grantTokens().remove(id);
        tables.waitingGrants().remove(id);
    }

    @Override
    public void save(Tx tx, Grant grant) {
        var own = InMemoryTx.of(tx);
        own.mustSee(grant.organisation());
        var stored = own.tables().grants().get(grant.id());
        if (stored != null) {
            own.mustSee(stored.organisation());
        }
        of(tx, grant.product(), grant.metaUserId())
                .filter(known -> !known.id().equals(grant.id()))
                .ifPresent(known -> {
                    throw new StaleException("the person's consent was stored meanwhile");
                });
        own.tables().grants().put(grant.id(), grant);
        if (grant.consent() == null) {
            own.tables().grantTokens().remove(grant.id());
        }
    }
}
