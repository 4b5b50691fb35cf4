package dev.connexions.meta.sandbox.graph;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a Graph host knows: its node types, how their nodes are found, and the paths that are no nodes. */
public final class Schema {

    /** Looks, inside the world's lock, for the node of an id that the session may see; null if there is none. */
    public interface Finder<N> {
        @Nullable
        N find(String id, Ask ask);
    }

    /** A node that was found, with its type. */
    record Found<N>(NodeType<N> type, N node) {}

    private record Kind<N>(NodeType<N> type, Finder<N> finder) {
        @Nullable
        Found<N> find(String id, Ask ask) {
            var node = finder.find(id, ask);
            return node == null ? null : new Found<>(type, node);
        }
    }

    private final GraphHost host;
    private final List<Kind<?>> kinds = new ArrayList<>();
    private final Map<String, Function<Ask, JsonNode>> roots = new HashMap<>();

    public Schema(GraphHost host) {
        this.host = host;
    }

    public GraphHost host() {
        return host;
    }

    /** A type whose nodes the path can name. {@code me} is the id that the session stands for. */
    public <N> Schema nodes(NodeType<N> type, Finder<N> finder) {
        kinds.add(new Kind<>(type, finder));
        return this;
    }

    /** A path that is no node, {@code oauth/access_token}; it is answered outside the world's lock, by whatever method. */
    public Schema root(String path, Function<Ask, JsonNode> answering) {
        roots.put(path, answering);
        return this;
    }

    @Nullable
    Function<Ask, JsonNode> root(String path) {
        return roots.get(path);
    }

    /** @throws GraphRefusalException when there is no such node, or the session may not see it */
    Found<?> find(String id, Ask ask) {
        var sought = id.equals("me") ? ask.session().subject() : id;
        ask.session();
        for (var kind : kinds) {
            var found = kind.find(sought, ask);
            if (found != null) {
                return found;
            }
        }
        if (host == GraphHost.FACEBOOK && !id.matches("[0-9_]+")) {
            throw GraphErrors.unknownAlias(id).refusal();
        }
        throw GraphErrors.noSuchObject(host, ask.call().method(), id).refusal();
    }

    /** Whether any node has an edge of that name. */
    boolean knowsEdge(String edge) {
        return kinds.stream().anyMatch(kind -> kind.type().edges().contains(edge));
    }
}
