package dev.connexions.meta.insight;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connexions.domain.insight.Metric;
import dev.connexions.domain.insight.Reading;
import dev.connexions.domain.insight.Slice;
import dev.connexions.meta.shared.Answers;
import dev.connexions.meta.shared.GarbledAnswerException;
import dev.connexions.meta.shared.Members;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The entries of an insights answer: {@code values} holds what was measured at several times, {@code total_value} what was
 * measured at once, with its parts. Metrics of which Meta has nothing are left out, or empty; none of that is a zero. The
 * {@code next} and {@code previous} of such an answer lead out of the window that was asked for, and nobody goes there.
 */
record Entries(Map<Metric, List<Reading>> readings, Set<Metric> garbled) {

    /** The one dimension that Meta does not name: a map from {@code "0"} to {@code "23"}. */
    private static final String HOUR = "hour";

    /**
     * What was measured, by metric; one that cannot be read takes no other with it.
     *
     * @param whole the span of a {@code total_value}
     */
    static Entries read(JsonNode body, Reading.Span whole) {
        var data = body.get("data");
        if (data == null || !data.isArray()) {
            throw new GarbledAnswerException("data is no list");
        }
        var readings = new HashMap<Metric, List<Reading>>();
        var garbled = new HashSet<Metric>();
        for (var entry : data) {
            var metric = metric(entry);
            try {
                readings.computeIfAbsent(metric, none -> new ArrayList<>()).addAll(readings(entry, whole));
            } catch (GarbledAnswerException unreadable) {
                garbled.add(metric);
            }
        }
        return new Entries(readings, garbled);
    }

    private static Metric metric(JsonNode entry) {
        try {
            return new Metric(Answers.text(entry, "name"));
        } catch (IllegalArgumentException malformed) {
            throw new GarbledAnswerException("name is no metric");
        }
    }

    private static List<Reading> readings(JsonNode entry, Reading.Span whole) {
        var total = entry.get("total_value");
        return total == null || total.isNull() ? series(entry.path("values")) : total(total, whole);
    }

    private static List<Reading> total(JsonNode total, Reading.Span whole) {
        var value = number(total.get("value"));
        var slices = slices(total.path("breakdowns"));
        return value == null && slices.isEmpty() ? List.of() : List.of(new Reading(whole, value, slices));
    }

    private static List<Reading> series(JsonNode values) {
        var readings = new ArrayList<Reading>();
        for (var element : values) {
            var end = Members.momentIfAny(element, "end_time");
            var span = end == null ? new Reading.Span.Lifetime() : new Reading.Span.Ending(end);
            var value = element.get("value");
            if (value != null && value.isObject()) {
                var hours = hours(value);
                if (!hours.isEmpty()) {
                    readings.add(new Reading(span, null, hours));
                }
            } else {
                var number = number(value);
                if (number != null) {
                    readings.add(new Reading(span, number, List.of()));
                }
            }
        }
        return readings;
    }

    private static List<Slice> hours(JsonNode map) {
        var slices = new ArrayList<Slice>();
        for (var hour : map.properties()) {
            var value = number(hour.getValue());
            if (value != null) {
                slices.add(new Slice(new LinkedHashMap<>(Map.of(HOUR, hour.getKey())), value));
            }
        }
        return slices;
    }

    private static List<Slice> slices(JsonNode breakdowns) {
        var slices = new ArrayList<Slice>();
        for (var breakdown : breakdowns) {
            var keys = texts(breakdown.path("dimension_keys"));
            for (var result : breakdown.path("results")) {
                var values = texts(result.path("dimension_values"));
                var value = number(result.get("value"));
                if (keys.isEmpty() || keys.size() != values.size() || value == null) {
                    throw new GarbledAnswerException("a breakdown does not say what it is by");
                }
                var dimensions = new LinkedHashMap<String, String>();
                for (var i = 0; i < keys.size(); i++) {
                    dimensions.put(keys.get(i), values.get(i));
                }
                slices.add(new Slice(dimensions, value));
            }
        }
        return slices;
    }

    private static List<String> texts(JsonNode list) {
        var texts = new ArrayList<String>();
        for (var element : list) {
            if (!element.isTextual()) {
                throw new GarbledAnswerException("a breakdown holds something that is no name");
            }
            texts.add(element.textValue());
        }
        return texts;
    }

    private static @Nullable BigDecimal number(@Nullable JsonNode value) {
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isNumber()) {
            throw new GarbledAnswerException("value is no number");
        }
        return value.decimalValue();
    }
}
