package dev.connexions.db.authorization;

import dev.connexions.application.authorization.Revocations;
import dev.connexions.application.shared.Tx;
import dev.connexions.db.shared.Columns;
import dev.connexions.db.shared.Params;
import dev.connexions.db.shared.PgTx;
import dev.connexions.domain.authorization.Revocation;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.shared.Caller;
import dev.connexions.domain.shared.OrganisationId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

public final class PgRevocations implements Revocations {

    private static final String ADD = """
        insert into connexions.consent_revocation
          (organisation_id, login_product, meta_user_id, connexion_id, since, due_at)
        values (cast(:organisation as uuid), :product, :person, cast(:connexion as uuid), :since, :since)
        on conflict on constraint consent_revocation_pkey do update
        set connexion_id = excluded.connexion_id, since = excluded.since, due_at = excluded.due_at
        """;

    private static final String CLAIM = """
        with due as (
          select organisation_id, login_product, meta_user_id
          from connexions.consent_revocation
          where due_at <= :now and (:across or organisation_id = cast(:organisation as uuid))
          order by due_at
          limit :limit
          for update skip locked)
        update connexions.consent_revocation r
        set due_at = :until
        from due
        where r.organisation_id = due.organisation_id and r.login_product = due.login_product
          and r.meta_user_id = due.meta_user_id
        returning r.organisation_id, r.login_product, r.meta_user_id, r.connexion_id, r.since
        """;

    private static final String NEED = """
        select
          exists (
            select from connexions.grants g
            join connexions.connexion_state s on s.organisation_id = g.organisation_id and s.grant_id = g.grant_id
            where g.meta_user_id = :person and g.login_product = :product
              and (:across or g.organisation_id = cast(:organisation as uuid))) as connexions,
          exists (
            select from connexions.authorization_session
            where consent_user = :person and login_product = :product
              and (:across or organisation_id = cast(:organisation as uuid))) as sessions
        """;

    private static final String OF_THE_CLAIM = """
        where organisation_id = cast(:organisation as uuid) and login_product = :product and meta_user_id = :person
          and due_at = :until
        """;

    private static final String POSTPONE = "update connexions.consent_revocation set due_at = :next\n" + OF_THE_CLAIM;

    private static final String REMOVE = "delete from connexions.consent_revocation\n" + OF_THE_CLAIM;

    @Override
    public void add(Tx tx, Revocation revocation) {
        var own = PgTx.of(tx);
        own.mustWorkFor(revocation.organisation());
        own.sql()
                .createInsert(ADD)
                .params(person(revocation.product(), revocation.metaUserId())
                        .uuid("organisation", revocation.organisation().value())
                        .uuid("connexion", revocation.connexion().value())
                        .at("since", revocation.since())
                        .map())
                .execute();
    }

    @Override
    public List<Claim> claim(Tx tx, Instant now, Instant until, int limit) {
        var own = PgTx.of(tx);
        var params = reach(own, new Params()).at("now", now).at("until", until).number("limit", limit);
        try (var rows = own.sql().createQuery(CLAIM).params(params.map()).execute()) {
            return rows.map(row -> new Claim(revocation(new Columns(row)), until))
                    .toList();
        }
    }

    @Override
    public Need need(Tx tx, LoginProduct product, String metaUserId) {
        var own = PgTx.of(tx);
        return own.sql()
                .createGet(NEED)
                .params(reach(own, person(product, metaUserId)).map())
                .execute()
                .map(row -> need(new Columns(row)))
                .orElseThrow();
    }

    @Override
    public boolean release(Tx tx, Claim claim, @Nullable Instant next) {
        var own = PgTx.of(tx);
        var revocation = claim.revocation();
        if (own.organisation().filter(revocation.organisation()::equals).isEmpty()) {
            return false;
        }
        var params = person(revocation.product(), revocation.metaUserId())
                .uuid("organisation", revocation.organisation().value())
                .at("until", claim.until());
        return (next == null
                        ? own.sql().createDelete(REMOVE).params(params.map()).execute()
                        : own.sql()
                                .createUpdate(POSTPONE)
                                .params(params.at("next", next).map())
                                .execute())
                == 1;
    }

    private static Need need(Columns row) {
        if (row.flag("connexions")) {
            return Need.CONNEXIONS;
        }
        return row.flag("sessions") ? Need.PERHAPS : Need.NOBODY;
    }

    private static Revocation revocation(Columns row) {
        return new Revocation(
                new OrganisationId(row.uuid("organisation_id")),
                new ConnexionId(row.uuid("connexion_id")),
                LoginProduct.of(row.text("login_product")).orElseThrow(),
                row.text("meta_user_id"),
                row.at("since"));
    }

    private static Params person(LoginProduct product, String metaUserId) {
        return new Params().text("product", product.code()).text("person", metaUserId);
    }

    private static Params reach(PgTx tx, Params params) {
        return params.flag(
                        "across",
                        tx.caller() instanceof Caller.Job && tx.organisation().isEmpty())
                .uuid(
                        "organisation",
                        tx.organisation().map(OrganisationId::value).orElse(null));
    }
}
