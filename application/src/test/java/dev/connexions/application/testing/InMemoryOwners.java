package dev.connexions.application.testing;

import dev.connexions.application.audit.Owners;
import dev.connexions.application.shared.Tx;
import dev.connexions.domain.authorization.AuthorizationSessionId;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.connexion.GrantId;
import dev.connexions.domain.shared.OrganisationId;
import java.util.Optional;

final class InMemoryOwners implements Owners {

    @Override
    public Optional<OrganisationId> ofConnexion(Tx tx, ConnexionId id) {
        var own = InMemoryTx.of(tx);
        return Optional.ofNullable(own.tables().connexions().get(id))
                .map(row -> row.organisation())
                .filter(owner -> own.administrator() || own.sees(owner));
    }

    @Override
    public Optional<OrganisationId> ofSession(Tx tx, AuthorizationSessionId id) {
        var own = InMemoryTx.of(tx);
        return Optional.ofNullable(own.tables().sessions().get(id))
                .map(row -> row.organisation())
                .filter(owner -> own.administrator() || own.sees(owner));
    }

    @Override
    public Optional<OrganisationId> ofGrant(Tx tx, GrantId id) {
        var own = InMemoryTx.of(tx);
        return Optional.ofNullable(own.tables().grants().get(id))
                .map(row -> row.organisation())
                .filter(owner -> own.administrator() || own.sees(owner));
    }
}
