package dev.connexions.db.authorization;

import dev.connexions.application.authorization.Siblings;
import dev.connexions.application.shared.Tx;
import dev.connexions.db.shared.Columns;
import dev.connexions.db.shared.Params;
import dev.connexions.db.shared.PgTx;
import dev.connexions.domain.authorization.Grant;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.connexion.GrantId;
import dev.connexions.domain.shared.Caller;
import dev.connexions.domain.shared.OrganisationId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** In {@code grants}, whose rows are the queue, and in {@code connexion_state}, which tells how far the work got. */
public final class PgSiblings implements Siblings {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private static final String AWAIT = """
        update connexions.grants set verify_at = :at
        where organisation_id = cast(:organisation as uuid) and grant_id = cast(:grant as uuid)
        """;

    private static final String PROVED = """
        update connexions.connexion_state set proved_under = :consents
        where organisation_id = cast(:organisation as uuid) and connexion_id = cast(:id as uuid)
        """;

    private static final String UNPROVED = """
        select connexion_id from connexions.connexion_state
        where organisation_id = cast(:organisation as uuid) and grant_id = cast(:grant as uuid)
          and proved_under is distinct from :consents and connexion_id > cast(:after as uuid)
        order by connexion_id
        limit :limit
        """;

    private static final String CLAIM = """
        with due as (
          select grant_id
          from connexions.grants
          where verify_at <= :now and (:across or organisation_id = cast(:organisation as uuid))
          order by verify_at
          limit :limit
          for update skip locked)
        update connexions.grants
        set verify_at = :until
        where grant_id = any (array(select grant_id from due))
        returning organisation_id, grant_id
        """;

    private static final String RELEASE = """
        update connexions.grants set verify_at = cast(:next as timestamptz)
        where organisation_id = cast(:organisation as uuid) and grant_id = cast(:grant as uuid) and verify_at = :until
        """;

    @Override
    public void await(Tx tx, Grant grant) {
        update(tx, AWAIT, new Params().uuid("grant", grant.id().value()).at("at", grant.grantedAt()));
    }

    @Override
    public void proved(Tx tx, Grant grant, ConnexionId connexion) {
        update(tx, PROVED, new Params().uuid("id", connexion.value()).number("consents", grant.consents()));
    }

    @Override
    public List<ConnexionId> unproved(Tx tx, Grant grant, @Nullable ConnexionId after, int limit) {
        var own = PgTx.of(tx);
        return own.organisation()
                .map(organisation -> new Params()
                        .uuid("organisation", organisation.value())
                        .uuid("grant", grant.id().value())
                        .number("consents", grant.consents())
                        .uuid("after", after == null ? BEFORE_ALL : after.value())
                        .number("limit", limit))
                .map(params -> list(own, UNPROVED, params, row -> new ConnexionId(row.uuid("connexion_id"))))
                .orElseGet(List::of);
    }

    @Override
    public List<Claim> claim(Tx tx, Instant now, Instant until, int limit) {
        var own = PgTx.of(tx);
        var params = new Params()
                .flag(
                        "across",
                        own.caller() instanceof Caller.Job && own.organisation().isEmpty())
                .uuid(
                        "organisation",
                        own.organisation().map(OrganisationId::value).orElse(null))
                .at("now", now)
                .at("until", until)
                .number("limit", limit);
        return list(
                own,
                CLAIM,
                params,
                row -> new Claim(
                        new OrganisationId(row.uuid("organisation_id")), new GrantId(row.uuid("grant_id")), until));
    }

    @Override
    public void release(Tx tx, Claim claim, @Nullable Instant next) {
        update(
                tx,
                RELEASE,
                new Params()
                        .uuid("grant", claim.grant().value())
                        .at("until", claim.until())
                        .at("next", next));
    }

    private static void update(Tx tx, String sql, Params params) {
        var own = PgTx.of(tx);
        own.organisation()
                .ifPresent(organisation -> own.sql()
                        .createUpdate(sql)
                        .params(params.uuid("organisation", organisation.value())
                                .map())
                        .execute());
    }

    private static <T> List<T> list(PgTx tx, String sql, Params params, Function<Columns, T> read) {
        try (var rows = tx.sql().createQuery(sql).params(params.map()).execute()) {
            return rows.map(row -> read.apply(new Columns(row))).toList();
        }
    }
}
