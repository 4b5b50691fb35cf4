package dev.connexions.db.connexion;

import dev.connexions.application.connexion.ConnexionReads;
import dev.connexions.db.shared.CallerQueries;
import dev.connexions.db.shared.CallerQueries.Answer;
import dev.connexions.db.shared.CallerQuery;
import dev.connexions.db.shared.CallerQuery.Plans;
import dev.connexions.db.shared.Columns;
import dev.connexions.db.shared.Params;
import dev.connexions.db.token.KeyRing;
import dev.connexions.db.token.TokenColumn;
import dev.connexions.domain.connexion.Connexion;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.shared.Caller;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The reads that are done most, each in one round trip: over JDBC, since {@code DbClient} takes four. */
public final class PgConnexionReads implements ConnexionReads {

    private static final CallerQuery FIND = new CallerQuery(Plans.ONE, ConnexionSql.FIND_OWN);

    private final CallerQueries queries;
    private final ConnexionMapper mapper = new ConnexionMapperImpl();
    private final RowReader reader;

    /** @param keys tell whether a stored token can be opened; it is not */
    public PgConnexionReads(CallerQueries queries, KeyRing keys) {
        this.queries = queries;
        this.reader = new RowReader(new TokenColumn(keys));
    }

    @Override
    public Optional<Connexion> find(Caller caller, ConnexionId id) {
        if (CallerQueries.isOfNoOrganisation(caller)) {
            return Optional.empty();
        }
        return queries.ask(
                        caller,
                        FIND,
                        new Params().uuid("id", id.value()),
                        rows -> rows.next() ? Optional.of(connexion(new Columns(rows))) : Optional.<Connexion>empty())
                .value();
    }

    @Override
    public Listed list(Caller caller, Scope scope, Filter filter, @Nullable Position after, int limit, Instant now) {
        if (scope == Scope.ORGANISATION && CallerQueries.isOfNoOrganisation(caller)) {
            return Listed.NOTHING;
        }
        if (scope == Scope.ALL && CallerQueries.names(caller)) {
            return list(caller, Scope.ORGANISATION, filter, after, limit, now);
        }
        var query = new ListQuery(filter, now);
        var first = page(caller, scope, query, after, limit);
        if (scope == Scope.ALL && !first.administrator()) {
            return list(caller, Scope.ORGANISATION, filter, after, limit, now);
        }
        if (scope == Scope.ORGANISATION && first.organisation().isEmpty()) {
            return Listed.NOTHING;
        }
        var found = new ArrayList<Connexion>();
        for (var page = first.value();
                ;
                page = page(caller, scope, query, page.getLast().at(), limit).value()) {
            for (var row : page) {
                if (found.size() < limit && query.wants(row.connexion) && !isLast(found, row.connexion)) {
                    found.add(row.connexion);
                }
            }
            if (found.size() == limit || page.size() < limit) {
                return new Listed(
                        scope == Scope.ALL ? null : first.organisation().orElseThrow(), List.copyOf(found));
            }
        }
    }

    /** A list of errors may find one twice. */
    private static boolean isLast(List<Connexion> found, Connexion connexion) {
        return !found.isEmpty() && found.getLast().id().equals(connexion.id());
    }

    private record Row(Position at, Connexion connexion) {}

    private Answer<List<Row>> page(Caller caller, Scope scope, ListQuery query, @Nullable Position after, int limit) {
        return queries.ask(caller, query.sql(scope), query.params(after, limit), rows -> read(query, rows));
    }

    private List<Row> read(ListQuery query, ResultSet rows) throws SQLException {
        var row = new Columns(rows);
        var read = new ArrayList<Row>();
        while (rows.next()) {
            read.add(new Row(query.position(row), connexion(row)));
        }
        return read;
    }

    private Connexion connexion(Columns row) {
        return mapper.toDomain(reader.read(row));
    }
}
