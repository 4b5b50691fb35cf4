package dev.connexions.db.shared;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The text of one statement that runs on behalf of a caller, behind the one that binds the caller. Two statements, since
 * row security is decided when a statement is analysed; one text, since each message to the server costs more than the
 * query. Never {@code begin} or {@code commit} in it: an error would leave the pooled connection in a failed transaction.
 *
 * <p>Make each once: the driver prepares a text when it first sees it on a connection, and keeps only so many.
 */
public final class CallerQuery {

    /** What the caller's rows are compared with; an index can serve it. */
    public static final String ORGANISATION = Standing.ORGANISATION;

    private static final Pattern NAME = Pattern.compile(":([a-zA-Z]+)");

    /** Whether the server may plan once for all parameters. */
    public enum Plans {
        /** One plan serves every parameter and is never made again: it goes along an index and sorts nothing. */
        ONE("force_generic_plan", "off"),
        /** The best plan depends on which parameters are null. */
        EACH("force_custom_plan", "on");

        private final String mode;
        private final String sorting;

        Plans(String mode, String sorting) {
            this.mode = mode;
            this.sorting = sorting;
        }
    }

    private final String text;
    private final List<String> names = new ArrayList<>();

    /** @param query with named parameters as {@link Params} has them, of which {@code claims} and {@code user} are given */
    public CallerQuery(Plans plans, String query) {
        var bind = Standing.BIND.stripTrailing() + ", set_config('plan_cache_mode', '" + plans.mode
                + "', true), set_config('enable_sort', '" + plans.sorting + "', true);\n";
        this.text = NAME.matcher(bind + query).replaceAll(name -> {
            names.add(name.group(1));
            return "?";
        });
    }

    String text() {
        return text;
    }

    void bind(PreparedStatement statement, Params params) throws SQLException {
        var values = params.map();
        for (var i = 0; i < names.size(); i++) {
            bind(statement, i + 1, value(values, names.get(i)));
        }
    }

    private static @Nullable Object value(Map<String, @Nullable Object> values, String name) {
        if (!values.containsKey(name)) {
            throw new IllegalArgumentException("nothing is given for :" + name);
        }
        return values.get(name);
    }

    /** Each with a type: the driver has the server describe a text with a parameter of none, and then sends it by itself. */
    private static void bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
        switch (value) {
            case null -> statement.setNull(index, Types.VARCHAR);
            case String[] texts ->
                statement.setArray(index, statement.getConnection().createArrayOf("text", texts));
            default -> statement.setObject(index, value);
        }
    }
}
