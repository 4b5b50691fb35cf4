package dev.connexions.db.token;

import dev.connexions.application.shared.Tx;
import dev.connexions.application.token.DueRenewals;
import dev.connexions.db.shared.Columns;
import dev.connexions.db.shared.Params;
import dev.connexions.db.shared.PgTx;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.shared.Caller;
import dev.connexions.domain.shared.OrganisationId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** In {@code connexion_state}, whose rows are the queue. */
public final class PgDueRenewals implements DueRenewals {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    @Override
    public List<Claim> claim(Tx tx, Instant now, Instant until, int limit) {
        var own = PgTx.of(tx);
        return list(
                own,
                RenewalSql.CLAIM,
                scope(own).at("now", now).at("until", until).number("limit", limit),
                PgDueRenewals::claim);
    }

    @Override
    public Optional<Claim> claim(Tx tx, ConnexionId connexion, Instant now, Instant until) {
        var own = PgTx.of(tx);
        return own.organisation()
                .map(organisation -> row(organisation, connexion).at("now", now).at("until", until))
                .flatMap(params -> list(own, RenewalSql.CLAIM_ONE, params, PgDueRenewals::claim).stream()
                        .findFirst());
    }

    @Override
    public boolean isHeld(Tx tx, Claim claim) {
        var own = PgTx.of(tx);
        return own.organisation()
                .map(organisation -> row(organisation, claim.connexion()).number("fence", claim.fence()))
                .flatMap(params -> own.sql()
                        .createGet(RenewalSql.IS_HELD)
                        .params(params.map())
                        .execute())
                .filter(row -> new Columns(row).flag("held"))
                .isPresent();
    }

    @Override
    public void release(Tx tx, Claim claim, Instant from) {
        var own = PgTx.of(tx);
        own.organisation()
                .ifPresent(organisation -> own.sql()
                        .createUpdate(RenewalSql.RELEASE)
                        .params(row(organisation, claim.connexion())
                                .number("fence", claim.fence())
                                .at("from", from)
                                .map())
                        .execute());
    }

    @Override
    public void plan(Tx tx, ConnexionId connexion, @Nullable Instant nextAt) {
        var own = PgTx.of(tx);
        own.organisation().ifPresent(organisation -> {
            var params = row(organisation, connexion).at("nextAt", nextAt).map();
            if (own.sql().createUpdate(RenewalSql.PLAN).params(params).execute() == 0) {
                own.sql().createInsert(RenewalSql.PLAN_FOREIGN).params(params).execute();
            }
        });
    }

    @Override
    public List<Ended> ended(Tx tx, @Nullable Ended after, int limit, Instant now) {
        var own = PgTx.of(tx);
        var params = scope(own)
                .at("now", now)
                .at("afterAt", after == null ? Instant.EPOCH : after.at())
                .uuid("afterId", after == null ? BEFORE_ALL : after.connexion().value())
                .number("limit", limit);
        return list(
                own,
                RenewalSql.ENDED,
                params,
                row -> new Ended(
                        organisation(row),
                        new ConnexionId(row.uuid("instagram_connexion_id")),
                        row.boundedAt("instagram_token_expire_at")));
    }

    @Override
    public Glance unplanned(Tx tx, @Nullable ConnexionId after, int rows, Instant now) {
        var own = PgTx.of(tx);
        var params = scope(own)
                .at("now", now)
                .uuid("after", after == null ? BEFORE_ALL : after.value())
                .number("limit", rows);
        record Seen(Unplanned row, boolean unplanned, long rows) {}
        var seen = list(
                own,
                RenewalSql.UNPLANNED,
                params,
                row -> new Seen(
                        new Unplanned(organisation(row), new ConnexionId(row.uuid("instagram_connexion_id"))),
                        row.flag("unplanned"),
                        row.number("rows")));
        var goesOn = !seen.isEmpty() && seen.getLast().rows() == rows;
        return new Glance(
                seen.stream().filter(Seen::unplanned).map(Seen::row).toList(),
                goesOn ? seen.getLast().row().connexion() : null);
    }

    private static Claim claim(Columns row) {
        return new Claim(organisation(row), new ConnexionId(row.uuid("connexion_id")), row.number("refresh_claim"));
    }

    private static OrganisationId organisation(Columns row) {
        return new OrganisationId(row.uuid("organisation_id"));
    }

    /** Everybody's for a job that works for nobody yet, and for nobody else. */
    private static Params scope(PgTx tx) {
        var across = tx.caller() instanceof Caller.Job job && job.organisation() == null;
        return new Params()
                .flag("across", across)
                .uuid(
                        "organisation",
                        tx.organisation().map(OrganisationId::value).orElse(null));
    }

    private static Params row(OrganisationId organisation, ConnexionId connexion) {
        return new Params().uuid("organisation", organisation.value()).uuid("id", connexion.value());
    }

    private static <T> List<T> list(PgTx tx, String sql, Params params, Function<Columns, T> read) {
        try (var rows = tx.sql().createQuery(sql).params(params.map()).execute()) {
            return rows.map(row -> read.apply(new Columns(row))).toList();
        }
    }
}
