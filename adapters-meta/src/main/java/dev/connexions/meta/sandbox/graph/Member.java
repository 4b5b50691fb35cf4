package dev.connexions.meta.sandbox.graph;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Something that can be asked of a node. It is read inside the world's lock. */
public sealed interface Member<N> {

    /** Null is nothing: no key in an answer. */
    interface Reading<N> {
        @Nullable
        JsonNode read(N node, Ask ask);
    }

    @Nullable
    JsonNode read(N node, Ask ask);

    /** Whether what stands in braces behind it exists. */
    void check(Selection below);

    /** A plain value; braces behind it are ignored, as Meta ignores them. */
    record Value<N>(Reading<N> value) implements Member<N> {
        @Override
        public @Nullable JsonNode read(N node, Ask ask) {
            return value.read(node, ask);
        }

        @Override
        public void check(Selection below) {}
    }

    /** What has a path of its own and an answer of its own form. */
    record Edge<N>(Reading<N> value) implements Member<N> {
        @Override
        public @Nullable JsonNode read(N node, Ask ask) {
            return value.read(node, ask);
        }

        @Override
        public void check(Selection below) {}
    }

    record Node<N, M>(NodeType<M> type, BiFunction<N, Ask, @Nullable M> value) implements Member<N> {
        @Override
        public @Nullable JsonNode read(N node, Ask ask) {
            var found = value.apply(node, ask);
            return found == null ? null : type.show(found, ask);
        }

        @Override
        public void check(Selection below) {
            type.check(below);
        }
    }

    record Listing<N, M>(NodeType<M> type, BiFunction<N, Ask, List<M>> value) implements Member<N> {
        @Override
        public @Nullable JsonNode read(N node, Ask ask) {
            var all = value.apply(node, ask);
            return all.isEmpty() && ask.expanded() ? null : Paging.page(type, all, ask);
        }

        @Override
        public void check(Selection below) {
            type.check(below);
        }
    }
}
