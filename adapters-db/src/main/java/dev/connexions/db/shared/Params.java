package dev.connexions.db.shared;

import dev.connexions.domain.connexion.Scopes;
import dev.connexions.domain.shared.Digest;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The named parameters of a statement, in the types that {@code DbClient} binds as they are meant. A UUID goes as text:
 * write {@code cast(:id as uuid)}, never {@code ::}, which its parser takes for a second parameter.
 */
public final class Params {

    private final Map<String, @Nullable Object> values = new HashMap<>();

    public Params uuid(String name, @Nullable UUID value) {
        return put(name, value == null ? null : value.toString());
    }

    public Params text(String name, @Nullable String value) {
        return put(name, value);
    }

    public Params flag(String name, @Nullable Boolean value) {
        return put(name, value);
    }

    public Params number(String name, @Nullable Number value) {
        return put(name, value);
    }

    public Params at(String name, @Nullable Instant value) {
        return put(name, value == null ? null : OffsetDateTime.ofInstant(value, ZoneOffset.UTC));
    }

    /** Later than every moment. */
    public Params endOfTime(String name) {
        return put(name, OffsetDateTime.MAX);
    }

    /** Earlier than every moment. */
    public Params beginningOfTime(String name) {
        return put(name, OffsetDateTime.MIN);
    }

    public Params bytes(String name, byte @Nullable [] value) {
        return put(name, value);
    }

    public Params digest(String name, @Nullable Digest value) {
        return put(name, value == null ? null : value.bytes());
    }

    public Params texts(String name, @Nullable String @Nullable ... values) {
        return put(name, values);
    }

    public Params scopes(String name, Scopes value) {
        return texts(name, value.names().toArray(String[]::new));
    }

    public Map<String, @Nullable Object> map() {
        return values;
    }

    private Params put(String name, @Nullable Object value) {
        values.put(name, value);
        return this;
    }
}
