package dev.connexions.meta.sandbox.graph;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connexions.meta.sandbox.graph.Metering.Toll;
import dev.connexions.meta.sandbox.graph.Schema.Found;
import dev.connexions.meta.sandbox.http.Answer;
import dev.connexions.meta.sandbox.http.Call;
import dev.connexions.meta.sandbox.http.Json;
import dev.connexions.meta.sandbox.usage.Regime;
import dev.connexions.meta.sandbox.world.World;
import java.util.function.Supplier;

/** A Graph host: nodes, edges and roots by path, in the dialect that all of them share. */
public final class Graph {

    private static final String TAIL = "*";

    private final Schema schema;
    private final World world;
    private final Session.Reader sessions;
    private final Metering metering;

    public Graph(Schema schema, World world, Session.Reader sessions, Metering metering) {
        this.schema = schema;
        this.world = world;
        this.sessions = sessions;
        this.metering = metering;
    }

    public Answer answer(Call call) {
        var locale = call.params().one("locale").orElse("en_US");
        try {
            var version = Versions.serving(call.address().version(), world.now());
            var toll = metering.toll();
            return toll.on(Manners.dress(call, answer(call, version, locale, toll), version));
        } catch (GraphRefusalException refused) {
            return refused.error().answer(locale);
        }
    }

    private Answer answer(Call call, String version, String locale, Toll toll) {
        try {
            return Answer.json(200, route(call, version, toll));
        } catch (GraphRefusalException refused) {
            return refused.error().answer(locale);
        }
    }

    private JsonNode route(Call call, String version, Toll toll) {
        var path = call.address().path().replaceFirst("/$", "");
        var root = schema.root(path.isEmpty() ? "" : path.substring(1));
        if (root != null) {
            return root.apply(world.look(w -> {
                var ask = ask(w, call, version);
                toll.pay(ask, Regime.APP, "");
                return ask;
            }));
        }
        var segments = path.isEmpty() ? new String[0] : path.substring(1).split("/", -1);
        return call.isGet()
                ? world.look(w -> read(segments, ask(w, call, version), toll))
                : act(segments, call, version, toll);
    }

    private Ask ask(World w, Call call, String version) {
        return Ask.of(schema.host(), w, call, version, sessions.read(w, call));
    }

    private JsonNode read(String[] segments, Ask ask, Toll toll) {
        var ids = ask.args().list("ids");
        if (!ids.isEmpty() && segments.length < 2) {
            var edge = segments.length == 0 ? "" : segments[0];
            var answers = Json.object();
            ids.forEach(id -> answers.set(id, read(schema.find(id, ask), edge, ask, toll)));
            return answers;
        }
        return switch (segments.length) {
            case 1 -> read(schema.find(segments[0], ask), "", ask, toll);
            case 2 -> {
                requireKnownEdge(segments[1]);
                yield read(schema.find(segments[0], ask), segments[1], ask, toll);
            }
            default -> throw unknownPath(segments);
        };
    }

    private <N> JsonNode read(Found<N> found, String edge, Ask ask, Toll toll) {
        var type = found.type();
        Metering.pay(toll, ask, type, found.node());
        if (edge.isEmpty()) {
            type.check(ask.selection());
            return type.answer(found.node(), ask);
        }
        var member = type.member(edge);
        if (member == null || member instanceof Member.Value<N>) {
            throw GraphErrors.unknownField(schema.host(), edge, type.name()).refusal();
        }
        member.check(ask.selection());
        var value = member.read(found.node(), ask);
        return value == null ? Json.object() : value;
    }

    private JsonNode act(String[] segments, Call call, String version, Toll toll) {
        if (segments.length == 0 || segments.length > 3) {
            throw unknownPath(segments);
        }
        if (segments.length > 1) {
            requireKnownEdge(segments[1]);
        }
        var edge = segments.length == 1 ? "" : segments.length == 2 ? segments[1] : segments[1] + "/" + TAIL;
        var action = world.look(w -> {
            var ask = segments.length == 3 ? ask(w, call, version).with(TAIL, segments[2]) : ask(w, call, version);
            return action(schema.find(segments[0], ask), edge, ask, toll);
        });
        return action.get();
    }

    private <N> Supplier<JsonNode> action(Found<N> found, String edge, Ask ask, Toll toll) {
        Metering.pay(toll, ask, found.type(), found.node());
        var action = found.type().action(ask.call().method(), edge);
        if (action == null) {
            throw GraphErrors.noSuchObject(
                            schema.host(), ask.call().method(), found.type().id(found.node()))
                    .refusal();
        }
        return () -> action.act(found.node(), ask);
    }

    private void requireKnownEdge(String edge) {
        if (!schema.knowsEdge(edge)) {
            throw GraphErrors.unknownPath("/" + edge).refusal();
        }
    }

    private static GraphRefusalException unknownPath(String[] segments) {
        return GraphErrors.unknownPath("/" + String.join("/", segments)).refusal();
    }
}
