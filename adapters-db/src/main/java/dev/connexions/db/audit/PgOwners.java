package dev.connexions.db.audit;

import dev.connexions.application.audit.Owners;
import dev.connexions.application.shared.Tx;
import dev.connexions.db.shared.Columns;
import dev.connexions.db.shared.Params;
import dev.connexions.db.shared.PgTx;
import dev.connexions.domain.authorization.AuthorizationSessionId;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.connexion.GrantId;
import dev.connexions.domain.shared.OrganisationId;
import java.util.Optional;
import java.util.UUID;

/** The one place that names no organisation for a user: row security shows administrators all, everybody else their own. */
public final class PgOwners implements Owners {

    private static final String OF_CONNEXION = """
        select organisation_id from public.instagram_connexion where instagram_connexion_id = cast(:id as uuid)
        """;

    private static final String OF_SESSION = """
        select organisation_id from connexions.authorization_session where session_id = cast(:id as uuid)
        """;

    private static final String OF_GRANT = """
        select organisation_id from connexions.grants where grant_id = cast(:id as uuid)
        """;

    @Override
    public Optional<OrganisationId> ofConnexion(Tx tx, ConnexionId id) {
        return owner(tx, OF_CONNEXION, id.value());
    }

    @Override
    public Optional<OrganisationId> ofSession(Tx tx, AuthorizationSessionId id) {
        return owner(tx, OF_SESSION, id.value());
    }

    @Override
    public Optional<OrganisationId> ofGrant(Tx tx, GrantId id) {
        return owner(tx, OF_GRANT, id.value());
    }

    private static Optional<OrganisationId> owner(Tx tx, String sql, UUID id) {
        return PgTx.of(tx)
                .sql()
                .createGet(sql)
                .params(new Params().uuid("id", id).map())
                .execute()
                .map(row -> new OrganisationId(new Columns(row).uuid("organisation_id")));
    }
}
