package dev.connexions.meta.insight;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connexions.application.insight.Measurement;
import dev.connexions.application.insight.MetricQuery;
import dev.connexions.application.insight.MetricQuery.Shape;
import dev.connexions.application.shared.MetaAccess;
import dev.connexions.application.shared.MetaFailure;
import dev.connexions.domain.insight.Breakdown;
import dev.connexions.domain.insight.Gap;
import dev.connexions.domain.insight.Metric;
import dev.connexions.domain.insight.Window;
import dev.connexions.meta.catalogue.AccountMetric;
import dev.connexions.meta.catalogue.Metrics;
import dev.connexions.meta.shared.AccountCalls;
import dev.connexions.meta.shared.Answered;
import dev.connexions.meta.shared.Deadline;
import dev.connexions.meta.shared.GraphCall;
import dev.connexions.meta.shared.GraphClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An account's metrics: what goes together is asked for together, window after window, the newest first. When Meta refuses
 * them together each is asked for by itself, from that window on.
 */
final class AccountInsights {

    /** What goes into one request. A breakdown, a shape and a timeframe hold for all of its metrics. */
    private record Together(
            AccountMetric.Period period,
            Shape shape,
            @Nullable Breakdown breakdown,
            @Nullable String timeframe,
            @Nullable Duration kept,
            @Nullable Metric alone) {

        static Together of(AccountMetric metric, MetricQuery query) {
            return new Together(
                    metric.period(),
                    query.shape(),
                    query.breakdown(),
                    metric.timeframe(),
                    metric.kept(),
                    metric.alone() ? metric.metric() : null);
        }
    }

    private final GraphClient client;
    private final Metrics metrics;
    private final InstantSource clock;
    private final Duration limit;

    AccountInsights(GraphClient client, Metrics metrics, InstantSource clock, Duration limit) {
        this.client = client;
        this.metrics = metrics;
        this.clock = clock;
        this.limit = limit;
    }

    Map<MetricQuery, Measurement> measure(MetaAccess access, Set<MetricQuery> queries, Window window) {
        var measured = new LinkedHashMap<MetricQuery, Measurement>();
        var together = new LinkedHashMap<Together, List<MetricQuery>>();
        for (var query : queries) {
            var known = metrics.ofAccounts(query.metric());
            // the place of each in the answer is that in which it was asked for
            measured.put(query, new Measurement.Missing(known.isEmpty() ? Gap.UNKNOWN_METRIC : Gap.NOT_OFFERED));
            known.filter(metric -> metric.takes(query))
                    .ifPresent(metric -> together.computeIfAbsent(Together.of(metric, query), none -> new ArrayList<>())
                            .add(query));
        }
        together.forEach((how, some) -> measured.putAll(measure(access, how, some, window)));
        return measured;
    }

    private Map<MetricQuery, Measurement> measure(
            MetaAccess access, Together how, List<MetricQuery> queries, Window window) {
        var asked = kept(how, window);
        if (asked.isEmpty()) {
            var missing = new LinkedHashMap<MetricQuery, Measurement>();
            queries.forEach(query -> missing.put(query, new Measurement.Missing(Gap.TOO_OLD)));
            return missing;
        }
        var collected = new Collected(queries);
        ask(access, how, queries, chunks(how, asked.get()), collected);
        return collected.measurements();
    }

    private void ask(
            MetaAccess access, Together how, List<MetricQuery> queries, List<Window> windows, Collected collected) {
        for (var i = 0; i < windows.size(); i++) {
            var chunk = windows.get(i);
            var why = ask(access, how, queries, chunk, collected);
            if (why.isPresent()) {
                if (queries.size() > 1 && Refusals.mayBeOneOfThem(why.get())) {
                    var rest = windows.subList(i, windows.size());
                    queries.forEach(query -> ask(access, how, List.of(query), rest, collected));
                } else {
                    collected.stop(queries, why.get());
                }
                return;
            }
        }
    }

    /** Empty when all went well. */
    private Optional<MetaFailure> ask(
            MetaAccess access, Together how, List<MetricQuery> queries, Window chunk, Collected collected) {
        var reply = client.send(call(access, how, queries, chunk), Deadline.in(limit));
        return Answered.of(reply, body -> take(body, how, chunk, collected), Optional::of);
    }

    private static Optional<MetaFailure> take(JsonNode body, Together how, Window chunk, Collected collected) {
        collected.add(Entries.read(body, Spans.whole(how.period(), chunk)));
        return Optional.empty();
    }

    private GraphCall call(MetaAccess access, Together how, List<MetricQuery> queries, Window chunk) {
        var call = AccountCalls.get(access, access.account().value(), "insights")
                .with(
                        "metric",
                        queries.stream().map(query -> query.metric().name()).collect(Collectors.joining(",")))
                .with("period", how.period().name().toLowerCase(Locale.ROOT))
                .with("metric_type", how.shape() == Shape.TOTAL ? "total_value" : "time_series");
        var breakdown = how.breakdown();
        var split = breakdown == null ? call : call.with("breakdown", breakdown.name());
        var timeframe = how.timeframe();
        return timeframe == null
                ? split.with("since", Long.toString(chunk.from().getEpochSecond()))
                        .with("until", Long.toString(Spans.end(chunk)))
                : split.with("timeframe", timeframe);
    }

    private static List<Window> chunks(Together how, Window window) {
        return how.timeframe() == null ? window.chunks().reversed() : List.of(window);
    }

    /** What of the window Meta keeps. */
    private Optional<Window> kept(Together how, Window window) {
        var kept = how.kept();
        var earliest = kept == null ? window.from() : clock.instant().minus(kept);
        if (!earliest.isAfter(window.from())) {
            return Optional.of(window);
        }
        return earliest.isBefore(window.until()) ? Optional.of(new Window(earliest, window.until())) : Optional.empty();
    }
}
