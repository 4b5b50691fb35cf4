package dev.connexions.application.shared;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of a list of Meta's. */
public sealed interface MetaPage<T> {

    /**
     * @param items may be empty although more follow
     * @param unreadable how many were left out because they cannot be what Meta says they are
     * @param next absent at the end
     */
    record Loaded<T>(
            List<T> items, int unreadable, @Nullable PageCursor next) implements MetaPage<T> {

        public Loaded {
            items = List.copyOf(items);
        }
    }

    record Failed<T>(MetaFailure why) implements MetaPage<T> {}
}
