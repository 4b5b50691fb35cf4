package dev.connexions.meta.sandbox.graph;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The Graph versions that are alive, the oldest first, and those that are gone and served by the oldest alive. */
final class Versions {

    private static final List<String> ALIVE = List.of("v21.0", "v22.0", "v23.0", "v24.0", "v25.0", "v26.0");
    private static final List<String> GONE = List.of("v18.0", "v19.0", "v20.0");

    private Versions() {}

    /** Which version serves a call that asks for {@code asked}, or for none. */
    static String serving(@Nullable String asked) {
        if (asked == null) {
            return ALIVE.getLast();
        }
        if (ALIVE.contains(asked)) {
            return asked;
        }
        if (GONE.contains(asked)) {
            return ALIVE.getFirst();
        }
        throw new GraphRefusalException(GraphError.unknownVersion(asked));
    }
}
