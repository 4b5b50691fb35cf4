package dev.connexions.meta.sandbox.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.connexions.meta.sandbox.graph.Selection.Wanted;
import dev.connexions.meta.sandbox.http.Json;
import dev.connexions.meta.sandbox.http.Params;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A type of node, as one host knows it: its fields, its edges and what can be done to it. Packages add to each other's
 * types; all of that happens before the first call, and from then on a type only answers.
 *
 * @param <N> what stands for such a node in the world; immutable, for it is looked at outside the world's lock too
 */
public final class NodeType<N> {

    /** Does something, outside the world's lock: it takes that itself, by {@code look} and {@code change}. */
    public interface Action<N> {
        JsonNode act(N node, Ask ask);
    }

    private final GraphHost host;
    private final String name;
    private final @Nullable Function<N, String> id;
    private final Map<String, Member<N>> members = new LinkedHashMap<>();
    private final Map<String, Action<N>> actions = new HashMap<>();
    private List<String> defaults = List.of();
    private @Nullable Function<N, String> account;
    private BiFunction<ObjectNode, Ask, ObjectNode> envelope = (node, ask) -> node;

    private NodeType(GraphHost host, String name, @Nullable Function<N, String> id) {
        this.host = host;
        this.name = name;
        this.id = id;
    }

    /** Nodes with an id, which is in every answer. */
    public static <N> NodeType<N> of(GraphHost host, String name, Function<N, String> id) {
        var type = new NodeType<>(host, name, id);
        return type.field("id", (node, ask) -> TextNode.valueOf(id.apply(node)));
    }

    /** What is listed without being a node of its own, such as a permission. */
    public static <N> NodeType<N> withoutId(GraphHost host, String name) {
        return new NodeType<>(host, name, null);
    }

    /** @param value answers null for what is empty, which has no key */
    public NodeType<N> field(String field, Member.Reading<N> value) {
        members.put(field, new Member.Value<>(value));
        return this;
    }

    public NodeType<N> text(String field, Function<N, @Nullable String> value) {
        return field(field, (node, ask) -> {
            var text = value.apply(node);
            return text == null || text.isEmpty() ? null : TextNode.valueOf(text);
        });
    }

    /** A field that is a node itself; null where there is none. */
    public <M> NodeType<N> node(String field, NodeType<M> type, BiFunction<N, Ask, @Nullable M> value) {
        members.put(field, new Member.Node<>(type, value));
        return this;
    }

    /** An edge to nodes, paged by cursors; it can be expanded as a field too. */
    public <M> NodeType<N> list(String edge, NodeType<M> type, BiFunction<N, Ask, List<M>> value) {
        members.put(edge, new Member.Listing<>(type, value));
        return this;
    }

    /** An edge with an answer of its own form; it can be expanded as a field too, its modifiers being its parameters. */
    public NodeType<N> edge(String edge, Member.Reading<N> value) {
        members.put(edge, new Member.Edge<>(value));
        return this;
    }

    /** @param edge empty for the node itself; {@code permissions/*} takes the next segment as the parameter {@code *} */
    public NodeType<N> on(String method, String edge, Action<N> action) {
        actions.put(method + " " + edge, action);
        return this;
    }

    /** What is shown when nothing is asked for. */
    public NodeType<N> byDefault(String... fields) {
        defaults = List.of(fields);
        return this;
    }

    /** Wraps what is answered for a node that the path names. */
    public NodeType<N> wrapped(BiFunction<ObjectNode, Ask, ObjectNode> wrapping) {
        envelope = wrapping;
        return this;
    }

    /** Calls to such a node count as the calls to an Instagram account, which this tells the id of. */
    public NodeType<N> ofAccount(Function<N, String> itsAccount) {
        account = itsAccount;
        return this;
    }

    public String name() {
        return name;
    }

    boolean isOfInstagram() {
        return account != null;
    }

    String accountOf(N node, Ask ask) {
        return account == null ? ask.session().subject() : account.apply(node);
    }

    boolean hasId() {
        return id != null;
    }

    String id(N node) {
        return id == null ? "" : id.apply(node);
    }

    Map<String, Member<N>> members() {
        return members;
    }

    @Nullable
    Member<N> member(String field) {
        return members.get(field);
    }

    @Nullable
    Action<N> action(String method, String edge) {
        return actions.get(method + " " + edge);
    }

    /** All names of edges and of fields, for an edge can be either. */
    Set<String> edges() {
        var names = new HashSet<>(members.keySet());
        actions.keySet()
                .forEach(key -> names.add(key.substring(key.indexOf(' ') + 1).split("/", 2)[0]));
        return names;
    }

    /** @throws GraphRefusalException for a field that does not exist, even where there is nothing to show it of */
    void check(Selection selection) {
        for (var wanted : selection.fields()) {
            var member = members.get(wanted.name());
            if (member == null) {
                throw GraphErrors.unknownField(host, wanted.name(), name).refusal();
            }
            member.check(wanted.below());
        }
    }

    ObjectNode answer(N node, Ask ask) {
        var shown = show(node, ask);
        if (Metadata.isWanted(ask)) {
            shown.set("metadata", Metadata.of(this, node, ask));
        }
        return envelope.apply(shown, ask);
    }

    ObjectNode show(N node, Ask ask) {
        var shown = Json.object();
        if (ask.selection().fields().isEmpty()) {
            for (var field : defaults) {
                put(shown, node, ask, new Wanted(field, field, new Params(), Selection.DEFAULT));
            }
        }
        for (var wanted : ask.selection().fields()) {
            put(shown, node, ask, wanted);
        }
        if (hasId() && !shown.has("id")) {
            shown.put("id", id(node));
        }
        return shown;
    }

    private void put(ObjectNode shown, N node, Ask ask, Wanted wanted) {
        var member = members.get(wanted.name());
        if (member == null) {
            throw GraphErrors.unknownField(host, wanted.name(), name).refusal();
        }
        var value = member.read(node, ask.below(id(node), wanted));
        if (value != null) {
            shown.set(wanted.shownAs(), value);
        }
    }
}
