package dev.connexions.db.quota;

import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.connexion.DailyLimit;
import dev.connexions.domain.quota.CivilDay;
import dev.connexions.domain.shared.OrganisationId;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Takes room for all that is asked, or for nothing of it, in one round trip. The text is two statements, which the driver
 * sends with one Sync and without BEGIN: one transaction, in which the settings of the first hold for the second and end
 * with it, also when it fails. They must be two: row security is decided when a statement is analysed.
 */
final class ReserveStatement {

    private static final String ROW = """
        c.organisation_id = coalesce(
            cast(? as uuid), (select public.get_user_organisation_id((select auth.uid()))))
          and c.instagram_connexion_id = ?
        """;

    private static final String SQL = """
        select set_config('role', 'authenticated', true),
               set_config('request.jwt.claims', ?, true),
               public.get_user_organisation_id(?) as organisation_id,
               public.is_admin_presenca(?) as administrator;
        with counted as (
          update public.instagram_connexion c
          set instagram_usage_quotidien = greatest(coalesce(c.instagram_usage_quotidien, 0), 0) + ?
          where
        """ + ROW + """
            and c.instagram_reset_quota_at > ? and c.instagram_reset_quota_at <= ?
            and cast(greatest(coalesce(c.instagram_usage_quotidien, 0), 0) as bigint) + ?
              <= coalesce(c.instagram_limite_quotidienne, 2147483647)
          returning c.organisation_id, c.instagram_connexion_id, c.instagram_limite_quotidienne,
            c.instagram_usage_quotidien, c.instagram_reset_quota_at),
        held as (
          insert into connexions.quota_reservation
            (reservation_id, organisation_id, connexion_id, units, state, purpose, held_at, expires_at, day_ends_at)
          select h.id, c.organisation_id, c.instagram_connexion_id, h.units, 'held', h.purpose, h.held_at,
            h.expires_at, c.instagram_reset_quota_at
          from counted c
          cross join unnest(cast(? as uuid[]), cast(? as integer[]), cast(? as text[]), cast(? as timestamptz[]),
            cast(? as timestamptz[])) as h (id, units, purpose, held_at, expires_at))
        select true as held, c.organisation_id, c.instagram_limite_quotidienne, c.instagram_usage_quotidien,
          c.instagram_reset_quota_at, cast(null as timestamptz) as exhausted_day,
          cast(null as timestamptz) as first_lease_end
        from counted c
        union all
        select false, c.organisation_id, c.instagram_limite_quotidienne, c.instagram_usage_quotidien,
          c.instagram_reset_quota_at, e.day_ends_at, r.expires_at
        from public.instagram_connexion c
        left join connexions.quota_exhaustion e
          on e.organisation_id = c.organisation_id and e.connexion_id = c.instagram_connexion_id
        left join lateral (
          select h.expires_at from connexions.quota_reservation h
          where h.organisation_id = c.organisation_id and h.connexion_id = c.instagram_connexion_id
            and h.state = 'held' and h.day_ends_at = c.instagram_reset_quota_at
          order by h.expires_at limit 1) as r on true
        where not exists (select from counted) and
        """ + ROW;

    /** @param row absent when the caller has no such connexion */
    record Answer(boolean hasNoOrganisation, @Nullable Row row) {}

    /**
     * The row after all was taken, or as it is since nothing was.
     *
     * @param exhaustedDay the latest day of which a refusal was written down
     * @param firstLeaseEnd of all that is held of the day, ended or not
     */
    record Row(
            boolean held,
            OrganisationId organisation,
            @Nullable DailyLimit limit,
            long counted,
            @Nullable Instant dayEnd,
            @Nullable Instant exhaustedDay,
            @Nullable Instant firstLeaseEnd) {}

    private ReserveStatement() {}

    static Answer run(Connection connection, Principal principal, ConnexionId connexion, List<Wish> wishes)
            throws SQLException {
        try (var statement = connection.prepareStatement(SQL)) {
            bind(connection, statement, principal, connexion, wishes);
            if (!statement.execute()) {
                throw new SQLException("the claims were not answered");
            }
            var hasNoOrganisation = hasNoOrganisation(statement.getResultSet(), principal);
            if (!statement.getMoreResults()) {
                throw new SQLException("the reservation was not answered");
            }
            return new Answer(hasNoOrganisation, row(statement.getResultSet()));
        }
    }

    private static void bind(
            Connection connection,
            PreparedStatement statement,
            Principal principal,
            ConnexionId connexion,
            List<Wish> wishes)
            throws SQLException {
        var units = wishes.stream().mapToInt(wish -> wish.hold().units()).sum();
        // as text, and so never without a type: of such a parameter the driver would first have to ask the server
        var organisation = principal.organisation() == null
                ? null
                : principal.organisation().value().toString();
        var earliest = wishes.stream().map(Wish::now).min(Instant::compareTo).orElseThrow();
        var latest = wishes.stream().map(Wish::now).max(Instant::compareTo).orElseThrow();
        var place = 0;
        statement.setString(++place, principal.claims());
        statement.setObject(++place, principal.user().value());
        statement.setObject(++place, principal.user().value());
        statement.setInt(++place, units);
        statement.setString(++place, organisation);
        statement.setObject(++place, connexion.value());
        statement.setObject(++place, utc(latest));
        statement.setObject(++place, utc(earliest.plus(CivilDay.FURTHEST_END)));
        statement.setInt(++place, units);
        statement.setArray(
                ++place, array(connection, "uuid", wishes, wish -> wish.id().value()));
        statement.setArray(
                ++place, array(connection, "int4", wishes, wish -> wish.hold().units()));
        statement.setArray(
                ++place, array(connection, "text", wishes, wish -> wish.hold().purpose()));
        statement.setArray(++place, array(connection, "timestamptz", wishes, wish -> utc(wish.now())));
        statement.setArray(++place, array(connection, "timestamptz", wishes, wish -> utc(wish.expiresAt())));
        statement.setString(++place, organisation);
        statement.setObject(++place, connexion.value());
    }

    private static Array array(
            Connection connection, String type, List<Wish> wishes, Function<Wish, @Nullable Object> element)
            throws SQLException {
        return connection.createArrayOf(type, wishes.stream().map(element).toArray());
    }

    private static boolean hasNoOrganisation(ResultSet claims, Principal principal) throws SQLException {
        try (claims) {
            claims.next();
            return !principal.job()
                    && claims.getObject("organisation_id", UUID.class) == null
                    && !claims.getBoolean("administrator");
        }
    }

    private static @Nullable Row row(ResultSet rows) throws SQLException {
        try (rows) {
            if (!rows.next()) {
                return null;
            }
            var limit = rows.getObject("instagram_limite_quotidienne", Integer.class);
            return new Row(
                    rows.getBoolean("held"),
                    new OrganisationId(rows.getObject("organisation_id", UUID.class)),
                    // below zero, which only the platform can have written, is as good as zero
                    limit == null ? null : new DailyLimit(Math.max(0, limit)),
                    Math.max(0, rows.getInt("instagram_usage_quotidien")),
                    at(rows, "instagram_reset_quota_at"),
                    at(rows, "exhausted_day"),
                    at(rows, "first_lease_end"));
        }
    }

    private static @Nullable Instant at(ResultSet rows, String column) throws SQLException {
        var at = rows.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
