package dev.connexions.meta.sandbox.insights;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connexions.meta.sandbox.http.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The shapes in which figures are told. */
final class Entries {

    private Entries() {}

    static ObjectNode head(Metric metric, String period) {
        return Json.object().put("name", metric.name()).put("period", period);
    }

    /** What stands behind the figures. */
    static ObjectNode tail(ObjectNode entry, Metric metric, String node, String period) {
        return entry.put("title", metric.title())
                .put("description", metric.title() + ".")
                .put("id", node + "/insights/" + metric.name() + "/" + period);
    }

    static ObjectNode total(long value, List<String> dimensions, ArrayNode results) {
        var total = Json.object().put("value", value);
        return dimensions.isEmpty() ? total : total.set("breakdowns", breakdowns(dimensions, results));
    }

    static ArrayNode breakdowns(List<String> dimensions, ArrayNode results) {
        var keys = Json.array();
        dimensions.forEach(keys::add);
        var breakdown = Json.object();
        breakdown.set("dimension_keys", keys);
        breakdown.set("results", results);
        return Json.array().add(breakdown);
    }

    static ObjectNode result(List<String> values, long value) {
        var dimensionValues = Json.array();
        values.forEach(dimensionValues::add);
        var result = Json.object();
        result.set("dimension_values", dimensionValues);
        return result.put("value", value);
    }

    /** A sum divided over all combinations of some dimensions; the parts add up to it, and none is shown that is 0. */
    static ArrayNode divide(
            long sum, List<String> dimensions, Query query, String subject, UnaryOperator<String> spelled) {
        var combinations = combinations(dimensions);
        var weights = combinations.stream()
                .mapToDouble(values -> Noise.around(query.seed(), subject, String.join("/", values), 0))
                .toArray();
        var left = sum;
        var weightLeft = 0.0;
        for (var weight : weights) {
            weightLeft += weight;
        }
        var results = Json.array();
        for (var i = 0; i < weights.length; i++) {
            var part = i == weights.length - 1 ? left : Math.round(left * weights[i] / weightLeft);
            left -= part;
            weightLeft -= weights[i];
            if (part > 0) {
                results.add(result(combinations.get(i).stream().map(spelled).toList(), part));
            }
        }
        return results;
    }

    private static List<List<String>> combinations(List<String> dimensions) {
        List<List<String>> all = List.of(List.of());
        for (var dimension : dimensions) {
            var longer = new ArrayList<List<String>>();
            for (var beginning : all) {
                for (var value : Catalogue.CURRENT.values(dimension)) {
                    var next = new ArrayList<>(beginning);
                    next.add(value);
                    longer.add(next);
                }
            }
            all = longer;
        }
        return all;
    }
}
