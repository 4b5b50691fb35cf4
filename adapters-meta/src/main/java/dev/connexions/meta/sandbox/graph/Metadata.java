package dev.connexions.meta.sandbox.graph;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connexions.meta.sandbox.graph.Selection.Wanted;
import dev.connexions.meta.sandbox.http.Json;
import dev.connexions.meta.sandbox.http.Params;
import java.util.Locale;
import java.util.Map;

/** {@code metadata=1}: what can be asked of a node, told with the node (dossier 10). */
final class Metadata {

    private Metadata() {}

    static boolean isWanted(Ask ask) {
        return ask.args().flag("metadata");
    }

    static <N> ObjectNode of(NodeType<N> type, N node, Ask ask) {
        var fields = Json.array();
        var connections = Json.object();
        type.members().forEach((name, member) -> {
            if (member instanceof Member.Value<N> || member instanceof Member.Node<N, ?>) {
                fields.add(Json.object().put("name", name));
            } else {
                var wanted = new Wanted(name, name, new Params(), Selection.DEFAULT);
                connections.put(name, ask.below(type.id(node), wanted).link(Map.of()));
            }
        });
        var metadata = Json.object();
        metadata.set("fields", fields);
        metadata.put("type", type.name().toLowerCase(Locale.ROOT));
        metadata.set("connections", connections);
        return metadata;
    }
}
