package dev.connexions.meta.sandbox.graph;

import dev.connexions.meta.sandbox.graph.Selection.Wanted;
import dev.connexions.meta.sandbox.http.Call;
import dev.connexions.meta.sandbox.http.Params;
import dev.connexions.meta.sandbox.world.World;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One call to a Graph host, seen from the node that is being asked: for a node named by the path its parameters are those
 * of the call, for one that a field expands they are the field's modifiers.
 */
public final class Ask {

    private final GraphHost host;
    private final World world;
    private final Call call;
    private final String version;
    private final Session session;
    private final String path;
    private final Params args;
    private final Selection selection;
    private final boolean expanded;

    private Ask(
            GraphHost host,
            World world,
            Call call,
            String version,
            Session session,
            String path,
            Params args,
            Selection selection,
            boolean expanded) {
        this.host = host;
        this.world = world;
        this.call = call;
        this.version = version;
        this.session = session;
        this.path = path;
        this.args = args;
        this.selection = selection;
        this.expanded = expanded;
    }

    static Ask of(GraphHost host, World world, Call call, String version, Session session) {
        var selection = Selection.of(call.params());
        return new Ask(host, world, call, version, session, call.address().path(), call.params(), selection, false);
    }

    /** The same call, seen from what a field leads to. */
    Ask below(String nodeId, Wanted wanted) {
        return new Ask(
                host,
                world,
                call,
                version,
                session,
                "/" + nodeId + "/" + wanted.name(),
                wanted.args(),
                wanted.below(),
                true);
    }

    Ask with(String name, String value) {
        return new Ask(host, world, call, version, session, path, args.with(name, value), selection, expanded);
    }

    public GraphHost host() {
        return host;
    }

    /** Read through what {@code look} and {@code change} hand out. */
    public World world() {
        return world;
    }

    public Call call() {
        return call;
    }

    public String version() {
        return version;
    }

    public Instant now() {
        return world.now();
    }

    public Params args() {
        return args;
    }

    public Selection selection() {
        return selection;
    }

    /** Whether a field led here, and not the path. */
    public boolean expanded() {
        return expanded;
    }

    /** @throws GraphRefusalException with code 190 and the like when there is no token that still speaks */
    public Session session() {
        session.requireAlive();
        return session;
    }

    /**
     * @param capability a permission without what differs between the hosts: {@code content_publish}
     * @throws GraphRefusalException when the token lacks it
     */
    public void require(String capability) {
        session().require(host.scope(capability));
    }

    /** The address of another page of what is asked, with the token and all parameters, as Meta writes it (dossier 10). */
    public String link(Map<String, String> changes) {
        var query = new LinkedHashMap<String, String>();
        if (call.token() != null) {
            query.put("access_token", call.token());
        }
        args.names().forEach(name -> query.put(name, args.one(name).orElse("")));
        if (expanded && !selection.source().isEmpty()) {
            query.put("fields", selection.source());
        }
        query.remove("after");
        query.remove("before");
        query.remove("method");
        query.putAll(changes);
        return call.base() + "/" + version + path + "?"
                + query.entrySet().stream()
                        .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
                        .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
