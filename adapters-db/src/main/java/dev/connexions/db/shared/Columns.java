package dev.connexions.db.shared;

import io.helidon.dbclient.DbRow;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the columns of one row. Nobody else touches {@code DbColumn}: only its {@code get(Class)} is to be trusted. */
public final class Columns {

    /** Where the values come from. */
    private interface Source {
        <T> @Nullable T get(String name, Class<T> type);
    }

    /** As the driver spells the ends of time, in milliseconds. */
    private static final long INFINITY = 9223372036825200000L;

    private static final long MINUS_INFINITY = -9223372036832400000L;

    private final Source row;

    public Columns(DbRow row) {
        this.row = new Source() {
            @Override
            public <T> @Nullable T get(String name, Class<T> type) {
                return row.column(name).get(type);
            }
        };
    }

    /** The row that the cursor stands on, as long as it stands there. */
    public Columns(ResultSet rows) {
        this.row = new Cursor(rows);
    }

    /** Looks each name up once, not once a row: the driver compares letter by letter. */
    private static final class Cursor implements Source {

        private final ResultSet rows;
        private final Map<String, Integer> indexes = new HashMap<>();

        Cursor(ResultSet rows) {
            this.rows = rows;
        }

        @Override
        public <T> @Nullable T get(String name, Class<T> type) {
            try {
                var index = indexes.get(name);
                if (index == null) {
                    index = rows.findColumn(name);
                    indexes.put(name, index);
                }
                return rows.getObject(index, type);
            } catch (SQLException unreadable) {
                throw new UncheckedSqlException(unreadable);
            }
        }
    }

    public UUID uuid(String name) {
        return required(name, uuidOrNull(name));
    }

    public @Nullable UUID uuidOrNull(String name) {
        return row.get(name, UUID.class);
    }

    public String text(String name) {
        return required(name, textOrNull(name));
    }

    public @Nullable String textOrNull(String name) {
        return row.get(name, String.class);
    }

    public boolean flag(String name) {
        return required(name, flagOrNull(name));
    }

    public @Nullable Boolean flagOrNull(String name) {
        return row.get(name, Boolean.class);
    }

    public long number(String name) {
        return required(name, numberOrNull(name));
    }

    public @Nullable Long numberOrNull(String name) {
        return row.get(name, Long.class);
    }

    public @Nullable Integer intOrNull(String name) {
        return row.get(name, Integer.class);
    }

    public byte[] bytes(String name) {
        return required(name, row.get(name, byte[].class));
    }

    public byte @Nullable [] bytesOrNull(String name) {
        return row.get(name, byte[].class);
    }

    /** @throws IllegalArgumentException for {@code infinity}, which is no moment */
    public Instant at(String name) {
        return required(name, atOrNull(name));
    }

    public @Nullable Instant atOrNull(String name) {
        Timestamp at = row.get(name, Timestamp.class);
        if (at == null) {
            return null;
        }
        if (isInfinite(at)) {
            throw new IllegalArgumentException(name + " is infinite");
        }
        return at.toInstant();
    }

    /** As {@link #at}, with the ends of the calendar for the ends of time. */
    public Instant boundedAt(String name) {
        return required(name, boundedAtOrNull(name));
    }

    public @Nullable Instant boundedAtOrNull(String name) {
        Timestamp at = row.get(name, Timestamp.class);
        if (at == null || !isInfinite(at)) {
            return at == null ? null : at.toInstant();
        }
        return Instant.parse(at.getTime() > 0 ? "9999-12-31T23:59:59.999999Z" : "0001-01-01T00:00:00Z");
    }

    /** The elements of a one-dimensional array of text. */
    public List<String> texts(String name) {
        try {
            return List.of((String[]) required(name, row.get(name, Array.class)).getArray());
        } catch (SQLException unreadable) {
            throw new IllegalArgumentException(name + " is no array of text", unreadable);
        }
    }

    private static boolean isInfinite(Timestamp at) {
        return at.getTime() == INFINITY || at.getTime() == MINUS_INFINITY;
    }

    private static <T> T required(String name, @Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("the column " + name + " is null");
        }
        return value;
    }
}
