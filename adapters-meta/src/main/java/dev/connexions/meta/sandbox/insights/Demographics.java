package dev.connexions.meta.sandbox.insights;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connexions.meta.sandbox.http.Json;
import dev.connexions.meta.sandbox.refusal.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who the followers are, and who took part: the 45 most frequent of a kind. */
final class Demographics {

    private static final String ENGAGED = "engaged_audience_demographics";
    private static final Set<String> FRAMES = Set.of("this_week", "this_month");
    private static final int LEAST_ENGAGED = 100;
    private static final int SHOWN = 45;

    private Demographics() {}

    static @Nullable ObjectNode entry(
            Metric metric, Query query, String account, int followers, List<String> breakdowns) {
        var frame = query.params().one("timeframe").filter(text -> !text.isEmpty());
        if (frame.isPresent() && !FRAMES.contains(frame.get())) {
            throw Refusal.invalid("(#100) timeframe must be one of the following values: this_week, this_month")
                    .thrown();
        }
        var people = Math.round(followers * metric.perFollower());
        if (metric.name().equals(ENGAGED) && people < LEAST_ENGAGED) {
            return null;
        }
        var entry = Entries.head(metric, "lifetime");
        if (breakdowns.isEmpty()) {
            return Entries.tail(entry, metric, account, "lifetime");
        }
        var keys = new ArrayList<>(breakdowns);
        frame.ifPresent(name -> keys.addFirst("timeframe"));
        var results = Json.array();
        for (var part : Entries.divide(people, breakdowns, query, account + metric.name(), text -> text)) {
            var values = new ArrayList<String>();
            frame.ifPresent(name -> values.add(name.toUpperCase(Locale.ROOT)));
            part.path("dimension_values").forEach(value -> values.add(value.asText()));
            if (results.size() < SHOWN) {
                results.add(Entries.result(values, part.path("value").asLong()));
            }
        }
        var total = Json.object();
        total.set("breakdowns", Entries.breakdowns(keys, results));
        entry.set("total_value", total);
        return Entries.tail(entry, metric, account, "lifetime");
    }
}
