package dev.connexions.db.quota;

import dev.connexions.db.shared.CallerQueries;
import dev.connexions.db.shared.CallerQuery;
import dev.connexions.db.shared.CallerQuery.Plans;
import dev.connexions.db.shared.Columns;
import dev.connexions.db.shared.Ids;
import dev.connexions.db.shared.Params;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.connexion.DailyLimit;
import dev.connexions.domain.quota.CivilDay;
import dev.connexions.domain.shared.Caller;
import dev.connexions.domain.shared.OrganisationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Takes room for all that is asked, or for nothing of it, in one statement; and looks why it took nothing. */
final class ReserveStatement {

    private static final String ROW = "c.organisation_id = " + CallerQuery.ORGANISATION
            + " and c.instagram_connexion_id = cast(:connexion as uuid)";

    /** The row is counted anew from a column that may be null or, by the platform's hand, below zero. */
    private static final CallerQuery RESERVE = new CallerQuery(Plans.ONE, """
        with counted as (
          update public.instagram_connexion c
          set instagram_usage_quotidien = greatest(coalesce(c.instagram_usage_quotidien, 0), 0) + :sum
          where
        """ + ROW + """
            and c.instagram_reset_quota_at > :latest and c.instagram_reset_quota_at <= :furthestEnd
            and cast(greatest(coalesce(c.instagram_usage_quotidien, 0), 0) as bigint) + :sum
              <= coalesce(c.instagram_limite_quotidienne, 2147483647)
          returning c.organisation_id, c.instagram_connexion_id, c.instagram_limite_quotidienne,
            c.instagram_usage_quotidien, c.instagram_reset_quota_at),
        held as (
          insert into connexions.quota_reservation
            (reservation_id, organisation_id, connexion_id, units, state, purpose, held_at, expires_at, day_ends_at)
          select h.id, c.organisation_id, c.instagram_connexion_id, h.units, 'held', h.purpose, h.held_at,
            h.expires_at, c.instagram_reset_quota_at
          from counted c
          cross join unnest(cast(:ids as uuid[]), cast(:units as integer[]), :purposes,
            cast(:heldAt as timestamptz[]), cast(:expiresAt as timestamptz[]))
            as h (id, units, purpose, held_at, expires_at))
        select organisation_id, instagram_limite_quotidienne, instagram_usage_quotidien, instagram_reset_quota_at
        from counted
        """);

    private static final CallerQuery LOOK = new CallerQuery(Plans.ONE, """
        select c.organisation_id, c.instagram_limite_quotidienne, c.instagram_usage_quotidien,
          c.instagram_reset_quota_at, e.day_ends_at as exhausted_day, r.expires_at as first_lease_end
        from public.instagram_connexion c
        left join connexions.quota_exhaustion e
          on e.organisation_id = c.organisation_id and e.connexion_id = c.instagram_connexion_id
        left join lateral (
          select h.expires_at from connexions.quota_reservation h
          where h.organisation_id = c.organisation_id and h.connexion_id = c.instagram_connexion_id
            and h.state = 'held' and h.day_ends_at = c.instagram_reset_quota_at
          order by h.expires_at limit 1) as r on true
        where
        """ + ROW);

    private final CallerQueries queries;

    /** What is counted after all was taken, in the day that ends then. */
    record Taken(OrganisationId organisation, @Nullable DailyLimit limit, long counted, Instant dayEnd) {}

    /**
     * Why nothing was taken, at a moment after that.
     *
     * @param exhaustedDay the latest day of which a refusal was written down
     * @param firstLeaseEnd of all that is held of the day, ended or not
     */
    record Standstill(
            @Nullable DailyLimit limit,
            long counted,
            @Nullable Instant dayEnd,
            @Nullable Instant exhaustedDay,
            @Nullable Instant firstLeaseEnd) {}

    ReserveStatement(CallerQueries queries) {
        this.queries = queries;
    }

    /** @return absent when there is no such row, no room, or another day */
    @Nullable
    Taken take(Caller caller, ConnexionId connexion, List<Wish> wishes) {
        var earliest = wishes.stream().map(Wish::now).min(Instant::compareTo).orElseThrow();
        var params = connexion(connexion)
                .number("sum", Wish.units(wishes))
                .at(
                        "latest",
                        wishes.stream().map(Wish::now).max(Instant::compareTo).orElseThrow())
                .at("furthestEnd", earliest.plus(CivilDay.FURTHEST_END))
                .texts("ids", texts(wishes, wish -> wish.id().value().toString()))
                .texts(
                        "units",
                        texts(wishes, wish -> Integer.toString(wish.hold().units())))
                .texts("purposes", texts(wishes, wish -> wish.hold().purpose()))
                .texts("heldAt", texts(wishes, wish -> wish.now().toString()))
                .texts("expiresAt", texts(wishes, wish -> wish.expiresAt().toString()));
        return queries.ask(caller, RESERVE, params, ReserveStatement::taken).value();
    }

    /** @return absent when the caller has no such connexion */
    @Nullable
    Standstill look(Caller caller, ConnexionId connexion) {
        return queries.ask(caller, LOOK, connexion(connexion), ReserveStatement::standstill)
                .value();
    }

    private static @Nullable Taken taken(ResultSet rows) throws SQLException {
        if (!rows.next()) {
            return null;
        }
        var row = new Columns(rows);
        return new Taken(
                new OrganisationId(row.uuid("organisation_id")),
                Ids.limit(row.intOrNull("instagram_limite_quotidienne")),
                counted(row),
                row.at("instagram_reset_quota_at"));
    }

    private static @Nullable Standstill standstill(ResultSet rows) throws SQLException {
        if (!rows.next()) {
            return null;
        }
        var row = new Columns(rows);
        return new Standstill(
                Ids.limit(row.intOrNull("instagram_limite_quotidienne")),
                counted(row),
                row.boundedAtOrNull("instagram_reset_quota_at"),
                row.boundedAtOrNull("exhausted_day"),
                row.atOrNull("first_lease_end"));
    }

    private static long counted(Columns row) {
        var counted = row.intOrNull("instagram_usage_quotidien");
        return counted == null ? 0 : Math.max(0, counted);
    }

    private static Params connexion(ConnexionId connexion) {
        return new Params().uuid("connexion", connexion.value());
    }

    private static @Nullable String[] texts(List<Wish> wishes, Function<Wish, @Nullable String> text) {
        return wishes.stream().map(text).toArray(String[]::new);
    }
}
