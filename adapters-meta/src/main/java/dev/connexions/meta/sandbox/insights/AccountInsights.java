package dev.connexions.meta.sandbox.insights;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connexions.meta.sandbox.http.Json;
import dev.connexions.meta.sandbox.refusal.Refusal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code GET /{ig-user}/insights}; the dossier's section 5.1. */
public final class AccountInsights {

    private static final String TOTAL = "total_value";
    private static final String SERIES = "time_series";

    /** How far back figures are kept. */
    private static final Duration KEPT = Duration.ofDays(400);

    private static final Map<String, Integer> DAYS = Map.of("day", 1, "week", 7, "days_28", 28);

    private final Query query;
    private final String account;
    private final int followers;
    private final Span span;

    public AccountInsights(Query query, String account, int followers) {
        this.query = query;
        this.account = account;
        this.followers = followers;
        this.span = Span.of(query.params(), query.now());
    }

    /** The page before and the page after, as parameters. */
    public Map<String, Span> neighbours() {
        return Map.of("previous", span.earlier(), "next", span.later());
    }

    /** What is not there is left out; it is never 0. */
    public ArrayNode data() {
        var metrics = query.metrics(Level.ACCOUNT);
        var breakdowns = query.breakdowns(metrics);
        metrics.forEach(metric -> type(metric, breakdowns));
        metrics.forEach(this::period);
        var data = Json.array();
        for (var metric : metrics) {
            var entry = followers < metric.leastFollowers() ? null : entry(metric, breakdowns);
            if (entry != null) {
                data.add(entry);
            }
        }
        return data;
    }

    private String type(Metric metric, List<String> breakdowns) {
        var asked = query.params().one("metric_type").filter(type -> !type.isEmpty() && !type.equals("default"));
        var type = asked.orElse(metric.types().contains(SERIES) ? SERIES : TOTAL);
        if (asked.isEmpty() && type.equals(TOTAL)) {
            throw Refusal.invalid("(#100) The metric " + metric.name()
                            + " should be specified with parameter metric_type=total_value")
                    .thrown();
        }
        if (!metric.types().contains(type)) {
            throw Refusal.invalid("(#100) The metric " + metric.name() + " does not support metric_type=" + type)
                    .thrown();
        }
        if (type.equals(SERIES) && !breakdowns.isEmpty()) {
            throw Refusal.invalid("(#100) A breakdown needs metric_type=total_value")
                    .thrown();
        }
        return type;
    }

    private String period(Metric metric) {
        var period = query.params().one("period").filter(text -> !text.isEmpty());
        if (period.isPresent() && !metric.periods().contains(period.get())) {
            throw Refusal.invalid("(#100) The metric " + metric.name() + " does not support the period " + period.get())
                    .thrown();
        }
        return period.orElse(metric.periods().getFirst());
    }

    private @Nullable ObjectNode entry(Metric metric, List<String> breakdowns) {
        var period = period(metric);
        if (metric.isDemographic()) {
            return Demographics.entry(metric, query, account, followers, breakdowns);
        }
        return type(metric, breakdowns).equals(SERIES) ? series(metric, period) : total(metric, period, breakdowns);
    }

    private @Nullable ObjectNode series(Metric metric, String period) {
        var values = Json.array();
        for (var day : settledDays()) {
            var value = Json.object();
            if (metric.name().equals("online_followers")) {
                value.set("value", hours(day));
            } else {
                value.put("value", sum(metric, day, DAYS.getOrDefault(period, 1)));
            }
            values.add(value.put("end_time", PacificDays.wire(PacificDays.end(day))));
        }
        var entry = Entries.head(metric, period);
        entry.set("values", values);
        return values.isEmpty() ? null : Entries.tail(entry, metric, account, period);
    }

    private @Nullable ObjectNode total(Metric metric, String period, List<String> breakdowns) {
        var days = settledDays();
        if (days.isEmpty()) {
            return null;
        }
        var entry = Entries.head(metric, period);
        if (breakdowns.isEmpty() && metric.name().equals("follows_and_unfollows")) {
            if (query.settings().followsRefused()) {
                throw Refusal.invalid("(#100) The metric follows_and_unfollows needs breakdown=follow_type")
                        .thrown();
            }
            return Entries.tail(entry, metric, account, period);
        }
        var sum = days.stream().mapToLong(day -> sum(metric, day, 1)).sum();
        var results = Entries.divide(sum, breakdowns, query, account, query::spelled);
        entry.set(TOTAL, Entries.total(sum, breakdowns, results));
        return Entries.tail(entry, metric, account, period);
    }

    /** The last two days are not counted yet, and what is too old is counted no more. */
    private List<LocalDate> settledDays() {
        var settled = query.now().minus(query.settings().lag());
        var kept = query.now().minus(KEPT);
        return PacificDays.endingWithin(span.since(), span.until()).stream()
                .filter(day -> !PacificDays.end(day).isAfter(settled)
                        && PacificDays.end(day).isAfter(kept))
                .toList();
    }

    private long sum(Metric metric, LocalDate last, int days) {
        var sum = 0L;
        for (var day = 0; day < days; day++) {
            var when = last.minusDays(day).toEpochDay();
            sum += Math.round(
                    (1 + followers * metric.perFollower()) * Noise.around(query.seed(), account, metric.name(), when));
        }
        return sum;
    }

    private ObjectNode hours(LocalDate day) {
        var hours = Json.object();
        for (var hour = 0; hour < 24; hour++) {
            var share = 0.1 * Noise.around(query.seed(), account, "online/" + hour, day.toEpochDay());
            hours.put(Integer.toString(hour), Math.round(followers * share));
        }
        return hours;
    }
}
