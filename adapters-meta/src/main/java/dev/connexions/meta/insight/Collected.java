package dev.connexions.meta.insight;

import dev.connexions.application.insight.Measurement;
import dev.connexions.application.insight.MetricQuery;
import dev.connexions.application.shared.MetaFailure;
import dev.connexions.application.shared.MetaFailure.Outage;
import dev.connexions.domain.insight.Gap;
import dev.connexions.domain.insight.Metric;
import dev.connexions.domain.insight.Reading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What came of metrics that are asked for together, window after window, the newest first. */
final class Collected {

    private final List<MetricQuery> queries;
    private final Map<Metric, Map<Reading.Span, Reading>> readings = new HashMap<>();
    private final Map<MetricQuery, MetaFailure> stopped = new HashMap<>();

    Collected(List<MetricQuery> queries) {
        this.queries = List.copyOf(queries);
    }

    /** The day at which two windows meet may come with both: the first to come stays. */
    void add(Entries some) {
        some.readings().forEach((metric, more) -> {
            var kept = readings.computeIfAbsent(metric, none -> new LinkedHashMap<>());
            more.forEach(reading -> kept.putIfAbsent(reading.span(), reading));
        });
        queries.stream()
                .filter(query -> some.garbled().contains(query.metric()))
                .forEach(query -> stopped.putIfAbsent(query, new Outage(Outage.Kind.INVALID)));
    }

    void stop(List<MetricQuery> some, MetaFailure why) {
        some.forEach(query -> stopped.put(query, why));
    }

    Map<MetricQuery, Measurement> measurements() {
        var measurements = new LinkedHashMap<MetricQuery, Measurement>();
        queries.forEach(query -> measurements.put(query, measurement(query)));
        return measurements;
    }

    private Measurement measurement(MetricQuery query) {
        var why = stopped.get(query);
        var all =
                new ArrayList<>(readings.getOrDefault(query.metric(), Map.of()).values());
        if (!all.isEmpty()) {
            all.sort(Comparator.comparing(Collected::end));
            return new Measurement.Measured(all, why);
        }
        return why == null ? new Measurement.Missing(Gap.NO_DATA) : Refusals.ofAccount(why);
    }

    private static Instant end(Reading reading) {
        return switch (reading.span()) {
            case Reading.Span.Ending(var end) -> end;
            case Reading.Span.Over(var window) -> window.until();
            case Reading.Span.Lifetime now -> Instant.MAX;
        };
    }
}
