package dev.connexions.db.shared;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Connections on which each {@link CallerQuery} is explained before it runs: the same text with the same values, on behalf
 * of the same caller, with the plan that the server would take.
 */
final class Explaining {

    private static final Pattern PLACE = Pattern.compile("\\?");

    private final List<JsonNode> plans = new ArrayList<>();

    /** The rows of the relation that all statements so far have read, whether or not they showed them. */
    long read(String relation) {
        return plans.stream()
                .flatMap(plan -> plan.findParents("Relation Name").stream())
                .filter(node -> node.path("Relation Name").asText().equals(relation))
                .mapToLong(node -> Math.round((node.path("Actual Rows").asDouble()
                                + node.path("Rows Removed by Filter").asDouble()
                                + node.path("Rows Removed by Index Recheck").asDouble())
                        * node.path("Actual Loops").asDouble()))
                .sum();
    }

    int statements() {
        return plans.size();
    }

    @Override
    public String toString() {
        return plans.stream().map(JsonNode::toPrettyString).collect(Collectors.joining("\n"));
    }

    Connection over(Connection connection) {
        return proxy(Connection.class, (method, arguments) -> {
            var made = call(method, connection, arguments);
            return made instanceof PreparedStatement statement
                    ? explaining(connection, statement, (String) arguments[0])
                    : made;
        });
    }

    private PreparedStatement explaining(Connection connection, PreparedStatement statement, String sql) {
        var values = new TreeMap<Integer, @Nullable Object>();
        return proxy(PreparedStatement.class, (method, arguments) -> {
            if (method.getName().startsWith("set")) {
                values.put((Integer) arguments[0], method.getName().equals("setNull") ? null : arguments[1]);
            } else if (method.getName().equals("execute")) {
                explain(connection, sql, new ArrayList<>(values.values()));
            }
            return call(method, statement, arguments);
        });
    }

    private void explain(Connection connection, String sql, List<@Nullable Object> values) throws SQLException {
        var parts = sql.split(";\n", 2);
        var bound = (int) PLACE.matcher(parts[0]).results().count();
        var number = new int[1];
        var query = PLACE.matcher(parts[1]).replaceAll(place -> "\\$" + ++number[0]);
        var rest = values.subList(bound, values.size());
        connection.setAutoCommit(false);
        try (var bind = connection.prepareStatement(parts[0]);
                var statement = connection.createStatement()) {
            for (var i = 0; i < bound; i++) {
                bind.setObject(i + 1, values.get(i));
            }
            bind.execute();
            statement.execute("prepare explained("
                    + rest.stream().map(Explaining::type).collect(Collectors.joining(", ")) + ") as " + query);
            var given = IntStream.range(0, rest.size())
                    .mapToObj(i -> literal(rest.get(i)))
                    .collect(Collectors.joining(", "));
            try (var rows = statement.executeQuery("explain (analyze, format json) execute explained(" + given + ")")) {
                rows.next();
                plans.add(JsonMapper.builder().build().readTree(rows.getString(1)));
            } catch (JsonProcessingException impossible) {
                throw new IllegalStateException(impossible);
            }
            statement.execute("deallocate explained");
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private static String type(@Nullable Object value) {
        return switch (value) {
            case OffsetDateTime at -> "timestamptz";
            case Integer number -> "integer";
            case Boolean flag -> "boolean";
            case null, default -> "varchar";
        };
    }

    private static String literal(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case OffsetDateTime at when at.equals(OffsetDateTime.MAX) -> "'infinity'";
            case OffsetDateTime at when at.equals(OffsetDateTime.MIN) -> "'-infinity'";
            case OffsetDateTime at -> "'" + at + "'";
            default -> "'" + value.toString().replace("'", "''") + "'";
        };
    }

    private interface Handler {
        @Nullable
        Object handle(Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Handler handler) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> handler.handle(method, arguments == null ? new Object[0] : arguments)));
    }

    private static @Nullable Object call(Method method, Object on, Object[] arguments) throws Throwable {
        try {
            return method.invoke(on, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getTargetException();
        }
    }
}
