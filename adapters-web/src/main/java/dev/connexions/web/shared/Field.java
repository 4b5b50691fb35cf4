package dev.connexions.web.shared;

import org.jspecify.annotations.Nullable;

/** What was read of one place of a request. Only worth something once {@link Faults#refuse} let the request pass. */
public final class Field<T> {

    private final @Nullable T value;

    Field(@Nullable T value) {
        this.value = value;
    }

    /** Of a required field. */
    public T get() {
        if (value == null) {
            throw new IllegalStateException("a field was used although it is missing");
        }
        return value;
    }

    /** Of an optional field. */
    public @Nullable T orNull() {
        return value;
    }

    public T orElse(T other) {
        return value == null ? other : value;
    }
}
