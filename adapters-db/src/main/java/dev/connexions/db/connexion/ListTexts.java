package dev.connexions.db.connexion;

import dev.connexions.application.connexion.ConnexionReads.Scope;
import dev.connexions.db.shared.CallerQuery;
import dev.connexions.db.shared.CallerQuery.Plans;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every statement that lists, made once. */
final class ListTexts {

    private static final Map<Key, CallerQuery> ALL = Arrays.stream(ListPath.values())
            .flatMap(path -> Arrays.stream(Scope.values())
                    .flatMap(scope -> Stream.of(new Key(path, scope, false), new Key(path, scope, true))))
            .collect(Collectors.toUnmodifiableMap(Function.identity(), ListTexts::query));

    private record Key(ListPath path, Scope scope, boolean isNarrowed) {}

    private ListTexts() {}

    /** @param isNarrowed by more than what the index is of */
    static CallerQuery of(ListPath path, Scope scope, boolean isNarrowed) {
        return Objects.requireNonNull(ALL.get(new Key(path, scope, isNarrowed)));
    }

    private static CallerQuery query(Key key) {
        var filters = key.isNarrowed ? ListSql.FILTERS : "";
        var text = switch (key.path) {
            case NEWEST -> ListSql.newest(key.scope, "true", filters);
            case BY_KEY -> ListSql.newest(key.scope, "instagram_connexion_key = :key", filters);
            case BY_CLIENT -> ListSql.newest(key.scope, "client_id = cast(:clientId as uuid)", filters);
            case BY_STATUS ->
                ListSql.newest(
                        key.scope, "instagram_statut_connexion = :status and not " + ListSql.SHOWN_AS_ERROR, filters);
            case BY_EXPIRY -> ListSql.byExpiry(key.scope, filters);
            case IN_ERROR -> ListSql.inError(key.scope, filters);
        };
        return new CallerQuery(key.isNarrowed ? Plans.EACH : Plans.ONE, text);
    }
}
