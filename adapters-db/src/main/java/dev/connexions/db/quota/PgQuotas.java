package dev.connexions.db.quota;

import dev.connexions.application.quota.Quotas;
import dev.connexions.application.shared.StaleException;
import dev.connexions.application.shared.Tx;
import dev.connexions.db.shared.Columns;
import dev.connexions.db.shared.Ids;
import dev.connexions.db.shared.Params;
import dev.connexions.db.shared.PgTx;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.quota.Reservation;
import dev.connexions.domain.quota.ReservationId;
import dev.connexions.domain.quota.Tally;
import dev.connexions.domain.shared.Caller;
import dev.connexions.domain.shared.OrganisationId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Always locks the platform's row before reservations, as the ledger does. */
public final class PgQuotas implements Quotas {

    @Override
    public Optional<Tally> find(Tx tx, ConnexionId connexion, Instant now) {
        var own = PgTx.of(tx);
        return params(own, connexion)
                .flatMap(params -> get(own, QuotaSql.FIND, params.at("now", now)))
                .map(PgQuotas::tally);
    }

    @Override
    public Optional<Tally> lock(Tx tx, ConnexionId connexion, Instant now) {
        var own = PgTx.of(tx);
        // a statement of its own: only one that begins with the row locked sees what those before it reserved
        return params(own, connexion)
                .flatMap(params -> get(own, QuotaSql.LOCK, params))
                .flatMap(locked -> find(tx, connexion, now));
    }

    @Override
    public long beginDay(Tx tx, ConnexionId connexion, Instant dayEnd) {
        var own = PgTx.of(tx);
        return params(own, connexion)
                .flatMap(params -> get(own, QuotaSql.BEGIN_DAY, params.at("dayEnd", dayEnd)))
                .map(row -> row.number("counted"))
                .orElseThrow(() -> gone(connexion));
    }

    @Override
    public void noteExhausted(Tx tx, ConnexionId connexion, Instant dayEnd, Instant now) {
        var own = PgTx.of(tx);
        var params = params(own, connexion).orElseThrow(() -> gone(connexion));
        own.sql()
                .createInsert(QuotaSql.NOTE_EXHAUSTED)
                .params(params.at("dayEnd", dayEnd).at("now", now).map())
                .execute();
    }

    @Override
    public Optional<Reservation> reservation(Tx tx, ConnexionId connexion, ReservationId id) {
        var own = PgTx.of(tx);
        return params(own, connexion)
                .flatMap(params -> get(own, QuotaSql.RESERVATION, params.uuid("id", id.value())))
                .map(PgQuotas::reservation);
    }

    @Override
    public Optional<ConnexionId> connexionOf(Tx tx, ReservationId id) {
        var own = PgTx.of(tx);
        return own.organisation()
                .map(organisation ->
                        new Params().uuid("organisation", organisation.value()).uuid("id", id.value()))
                .flatMap(params -> get(own, QuotaSql.CONNEXION_OF, params))
                .map(row -> new ConnexionId(row.uuid("connexion_id")));
    }

    @Override
    public void settle(Tx tx, Reservation settled) {
        var own = PgTx.of(tx);
        var done = params(own, settled.connexion())
                .flatMap(params -> get(
                        own,
                        QuotaSql.SETTLE,
                        params.uuid("id", settled.id().value())
                                .text("state", settled.state().code())
                                .at("settledAt", settled.settledAt())))
                .map(row -> row.number("settled"))
                .orElse(0L);
        if (done == 0) {
            throw new StaleException("reservation " + settled.id().value() + " is gone or was settled meanwhile");
        }
    }

    @Override
    public int lapse(Tx tx, ConnexionId connexion, Instant now) {
        var own = PgTx.of(tx);
        return params(own, connexion)
                .flatMap(params -> get(own, QuotaSql.LAPSE, params.at("now", now)))
                .map(row -> Math.toIntExact(row.number("settled")))
                .orElse(0);
    }

    @Override
    public List<Whereabouts> expired(Tx tx, Instant now, int limit) {
        var own = PgTx.of(tx);
        if (!(own.caller() instanceof Caller.Job) || own.organisation().isPresent()) {
            return List.of();
        }
        try (var rows = own.sql()
                .createQuery(QuotaSql.EXPIRED)
                .params(new Params().at("now", now).number("limit", limit).map())
                .execute()) {
            return rows.map(Columns::new)
                    .map(row -> new Whereabouts(
                            new OrganisationId(row.uuid("organisation_id")), new ConnexionId(row.uuid("connexion_id"))))
                    .distinct()
                    .toList();
        }
    }

    private static Tally tally(Columns row) {
        var counted = row.intOrNull("instagram_usage_quotidien");
        return new Tally(
                new ConnexionId(row.uuid("instagram_connexion_id")),
                new OrganisationId(row.uuid("organisation_id")),
                Ids.limit(row.intOrNull("instagram_limite_quotidienne")),
                counted == null ? 0 : Math.max(0, counted),
                row.boundedAtOrNull("instagram_reset_quota_at"),
                row.number("held"),
                row.number("expired"),
                row.atOrNull("first_lease_end"),
                row.atOrNull("exhausted_at"));
    }

    private static Reservation reservation(Columns row) {
        return new Reservation(
                new ReservationId(row.uuid("reservation_id")),
                new OrganisationId(row.uuid("organisation_id")),
                new ConnexionId(row.uuid("connexion_id")),
                Math.toIntExact(row.number("units")),
                Reservation.State.valueOf(row.text("state").toUpperCase(Locale.ROOT)),
                row.textOrNull("purpose"),
                row.at("held_at"),
                row.at("expires_at"),
                row.boundedAt("day_ends_at"),
                row.atOrNull("settled_at"));
    }

    private static Optional<Params> params(PgTx tx, ConnexionId connexion) {
        return tx.organisation()
                .map(organisation ->
                        new Params().uuid("organisation", organisation.value()).uuid("connexion", connexion.value()));
    }

    private static Optional<Columns> get(PgTx tx, String sql, Params params) {
        return tx.sql().createGet(sql).params(params.map()).execute().map(Columns::new);
    }

    private static StaleException gone(ConnexionId connexion) {
        return new StaleException("connexion " + connexion.value() + " is gone");
    }
}
