package dev.connexions.db.authorization;

import dev.connexions.application.authorization.Grants;
import dev.connexions.application.shared.StaleException;
import dev.connexions.application.shared.Tx;
import dev.connexions.db.shared.Columns;
import dev.connexions.db.shared.Params;
import dev.connexions.db.shared.PgTx;
import dev.connexions.domain.authorization.Grant;
import dev.connexions.domain.connexion.GrantId;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.connexion.Scopes;
import dev.connexions.domain.shared.OrganisationId;
import java.util.Optional;

public final class PgGrants implements Grants {

    private static final String OF = """
        select grant_id, organisation_id, login_product, meta_user_id, requested_permissions, granted_permissions,
               granted_at, last_verified_at
        from connexions.grants
        where organisation_id = cast(:organisation as uuid) and login_product = :product and meta_user_id = :person
        """;

    private static final String SAVE = """
        insert into connexions.grants as known
          (grant_id, organisation_id, login_product, meta_user_id, requested_permissions, granted_permissions,
           granted_at, last_verified_at)
        values
          (cast(:id as uuid), cast(:organisation as uuid), :product, :person, cast(:requested as text[]),
           cast(:granted as text[]), :grantedAt, :verifiedAt)
        on conflict on constraint grants_pkey do update
        set requested_permissions = excluded.requested_permissions,
            granted_permissions = excluded.granted_permissions,
            granted_at = excluded.granted_at,
            last_verified_at = excluded.last_verified_at
        where known.organisation_id = excluded.organisation_id
        """;

    @Override
    public Optional<Grant> of(Tx tx, LoginProduct product, String metaUserId) {
        var own = PgTx.of(tx);
        return own.organisation()
                .flatMap(organisation -> own.sql()
                        .createGet(OF)
                        .params(new Params()
                                .uuid("organisation", organisation.value())
                                .text("product", product.code())
                                .text("person", metaUserId)
                                .map())
                        .execute())
                .map(row -> grant(new Columns(row)));
    }

    @Override
    public void save(Tx tx, Grant grant) {
        var own = PgTx.of(tx);
        own.mustWorkFor(grant.organisation());
        var saved = own.sql()
                .createDmlStatement(SAVE)
                .params(new Params()
                        .uuid("id", grant.id().value())
                        .uuid("organisation", grant.organisation().value())
                        .text("product", grant.product().code())
                        .text("person", grant.metaUserId())
                        .scopes("requested", grant.requested())
                        .scopes("granted", grant.granted())
                        .at("grantedAt", grant.grantedAt())
                        .at("verifiedAt", grant.lastVerifiedAt())
                        .map())
                .execute();
        if (saved == 0) {
            throw new StaleException("grant " + grant.id().value() + " is another organisation's");
        }
    }

    private static Grant grant(Columns row) {
        return new Grant(
                new GrantId(row.uuid("grant_id")),
                new OrganisationId(row.uuid("organisation_id")),
                LoginProduct.of(row.text("login_product")).orElseThrow(),
                row.text("meta_user_id"),
                Scopes.of(row.texts("requested_permissions")),
                Scopes.of(row.texts("granted_permissions")),
                row.at("granted_at"),
                row.at("last_verified_at"));
    }
}
