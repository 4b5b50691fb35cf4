package dev.connexions.meta.sandbox.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connexions.meta.sandbox.content.Content;
import dev.connexions.meta.sandbox.http.Answer;
import dev.connexions.meta.sandbox.http.Call;
import dev.connexions.meta.sandbox.http.Json;
import dev.connexions.meta.sandbox.insights.Catalogue;
import dev.connexions.meta.sandbox.insights.Metric;
import dev.connexions.meta.sandbox.world.World;
import java.util.List;
import java.util.Locale;

/** The catalogue of metrics; any can be taken away, as Meta takes them away. */
final class MetricsControl implements Resource {

    private final World world;

    MetricsControl(World world) {
        this.world = world;
    }

    @Override
    public Answer answer(Call call, List<String> below) {
        return switch (below.size()) {
            case 0 -> all(call);
            case 2 -> change(call, below.getFirst(), below.getLast());
            default ->
                throw ControlRefusalException.notFound("there is nothing here; a metric can be retired or restored");
        };
    }

    private Answer all(Call call) {
        Control.requireMethod(call, "GET");
        return world.look(w -> Control.items(Catalogue.CURRENT.metrics().stream()
                .map(metric -> describe(w, metric))
                .toList()));
    }

    private Answer change(Call call, String name, String action) {
        Control.requireMethod(call, "POST");
        Members.of(call).end();
        if (Catalogue.CURRENT.metrics().stream()
                .noneMatch(metric -> metric.name().equals(name))) {
            throw ControlRefusalException.notFound("there is no metric of that name");
        }
        return world.change(w -> {
            var retired = Content.of(w).retired();
            switch (action) {
                case "retire" -> retired.add(name);
                case "restore" -> retired.remove(name);
                default -> throw ControlRefusalException.notFound("a metric can be retired or restored");
            }
            return Answer.json(200, Json.object().put("name", name).put("retired", retired.contains(name)));
        });
    }

    private static ObjectNode describe(World w, Metric metric) {
        var node = Json.object()
                .put("name", metric.name())
                .put("level", metric.level().name().toLowerCase(Locale.ROOT))
                .put("retired", Content.of(w).retired().contains(metric.name()))
                .put("since", metric.since() == null ? null : metric.since().toString())
                .put("until", metric.until() == null ? null : metric.until().toString());
        texts(node, "logins", metric.hosts());
        texts(node, "periods", metric.periods());
        texts(node, "types", metric.types());
        texts(node, "breakdowns", metric.breakdowns());
        texts(node, "products", metric.products());
        return node;
    }

    private static void texts(ObjectNode node, String name, List<String> values) {
        var array = node.putArray(name);
        values.forEach(array::add);
    }
}
