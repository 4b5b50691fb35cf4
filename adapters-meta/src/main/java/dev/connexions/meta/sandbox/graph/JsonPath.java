package dev.connexions.meta.sandbox.graph;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** As much of JSONPath (RFC 9535) as batches are seen to use: {@code $.data.*.id}, {@code $.data[0].id}. */
final class JsonPath {

    private static final Pattern PATH = Pattern.compile("\\$((\\.(\\*|[A-Za-z0-9_]+))|(\\[(\\*|[0-9]{1,6})]))*");
    private static final Pattern STEP = Pattern.compile("\\.(\\*|[A-Za-z0-9_]+)|\\[(\\*|[0-9]{1,6})]");

    private JsonPath() {}

    /** @throws GraphRefusalException for any other path */
    static List<String> texts(JsonNode root, String path) {
        if (!PATH.matcher(path).matches()) {
            throw Batch.refusal("Unsupported JSONPath: " + path);
        }
        var found = Stream.of(root);
        var steps = STEP.matcher(path);
        while (steps.find()) {
            found = found.flatMap(step(steps.group(1), steps.group(2)));
        }
        return found.map(JsonNode::asText).toList();
    }

    private static Function<JsonNode, Stream<JsonNode>> step(@Nullable String name, @Nullable String place) {
        if ("*".equals(name) || "*".equals(place)) {
            return JsonNode::valueStream;
        }
        return name == null
                ? node -> Stream.ofNullable(node.get(Integer.parseInt(String.valueOf(place))))
                : node -> Stream.ofNullable(node.get(name));
    }
}
