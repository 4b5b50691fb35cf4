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
import dev.connexions.domain.shared.UserId;
import dev.connexions.domain.token.TokenLease;
import java.util.Optional;

public final class PgGrants implements Grants {

    private static final String COLUMNS = """
        select grant_id, organisation_id, login_product, meta_user_id, requested_permissions, granted_permissions,
               granted_at, last_verified_at, consent_issued_at, consent_expires_at, consented_for, consents
        from connexions.grants
        where organisation_id = cast(:organisation as uuid)
        """;

    private static final String OF = COLUMNS + "and login_product = :product and meta_user_id = :person\n";

    private static final String FIND = COLUMNS + "and grant_id = cast(:id as uuid)\n";

    private static final String SAVE = """
        insert into connexions.grants as known
          (grant_id, organisation_id, login_product, meta_user_id, requested_permissions, granted_permissions,
           granted_at, last_verified_at, consent_issued_at, consent_expires_at, consented_for, consents)
        values
          (cast(:id as uuid), cast(:organisation as uuid), :product, :person, cast(:requested as text[]),
           cast(:granted as text[]), :grantedAt, :verifiedAt, cast(:issuedAt as timestamptz),
           cast(:expiresAt as timestamptz), cast(:consentedFor as uuid), :consents)
        on conflict on constraint grants_pkey do update
        set requested_permissions = excluded.requested_permissions,
            granted_permissions = excluded.granted_permissions,
            granted_at = excluded.granted_at,
            last_verified_at = excluded.last_verified_at,
            consent_issued_at = excluded.consent_issued_at,
            consent_expires_at = excluded.consent_expires_at,
            consented_for = excluded.consented_for,
            consents = excluded.consents,
            consent_token = case when excluded.consent_issued_at is not null then known.consent_token end
        where known.organisation_id = excluded.organisation_id
        """;

    /** A statement of its own: only one that begins with the grant locked sees everything that hangs on it. */
    private static final String LOCK = FIND + "for update";

    private static final String REMOVE_UNUSED = """
        delete from connexions.grants g
        where g.organisation_id = cast(:organisation as uuid) and g.grant_id = cast(:id as uuid)
          and not exists (
            select from connexions.connexion_state s
            where s.organisation_id = g.organisation_id and s.grant_id = g.grant_id)
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
    public Optional<Grant> find(Tx tx, GrantId id) {
        return one(PgTx.of(tx), FIND, id);
    }

    @Override
    public void removeUnused(Tx tx, GrantId id) {
        var own = PgTx.of(tx);
        one(own, LOCK, id)
                .ifPresent(grant -> own.sql()
                        .createDelete(REMOVE_UNUSED)
                        .params(new Params()
                                .uuid("organisation", grant.organisation().value())
                                .uuid("id", id.value())
                                .map())
                        .execute());
    }

    @Override
    public void save(Tx tx, Grant grant) {
        var own = PgTx.of(tx);
        own.mustWorkFor(grant.organisation());
        var consent = Optional.ofNullable(grant.consent());
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
                        .at("issuedAt", consent.map(TokenLease::issuedAt).orElse(null))
                        .at("expiresAt", consent.map(TokenLease::expiresAt).orElse(null))
                        .uuid(
                                "consentedFor",
                                grant.consentedFor() == null
                                        ? null
                                        : grant.consentedFor().value())
                        .number("consents", grant.consents())
                        .map())
                .execute();
        if (saved == 0) {
            throw new StaleException("grant " + grant.id().value() + " is another organisation's");
        }
    }

    private static Optional<Grant> one(PgTx tx, String sql, GrantId id) {
        return tx.organisation()
                .flatMap(organisation -> tx.sql()
                        .createGet(sql)
                        .params(new Params()
                                .uuid("organisation", organisation.value())
                                .uuid("id", id.value())
                                .map())
                        .execute())
                .map(row -> grant(new Columns(row)));
    }

    private static Grant grant(Columns row) {
        var issuedAt = row.atOrNull("consent_issued_at");
        var consentedFor = row.uuidOrNull("consented_for");
        return new Grant(
                new GrantId(row.uuid("grant_id")),
                new OrganisationId(row.uuid("organisation_id")),
                LoginProduct.of(row.text("login_product")).orElseThrow(),
                row.text("meta_user_id"),
                Scopes.of(row.texts("requested_permissions")),
                Scopes.of(row.texts("granted_permissions")),
                row.at("granted_at"),
                row.at("last_verified_at"),
                issuedAt == null ? null : new TokenLease(issuedAt, row.atOrNull("consent_expires_at")),
                consentedFor == null ? null : new UserId(consentedFor),
                row.number("consents"));
    }
}
