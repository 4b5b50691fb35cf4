package dev.connexions.meta.sandbox.insights;

import dev.connexions.meta.sandbox.http.Params;
import dev.connexions.meta.sandbox.refusal.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What is asked for, and by whom.
 *
 * @param host facebook or instagram
 * @param retired metrics that a test took away
 */
public record Query(Params params, String host, long seed, Instant now, Set<String> retired, InsightSettings settings) {

    /** Those asked for, in order; one that does not exist fails all. */
    List<Metric> metrics(Level level) {
        var names = params.list("metric");
        if (names.isEmpty()) {
            throw Refusal.invalid("(#100) The parameter metric is required.").thrown();
        }
        return IntStream.range(0, names.size())
                .mapToObj(i -> metric(level, names.get(i), i))
                .toList();
    }

    private Metric metric(Level level, String name, int place) {
        return Catalogue.CURRENT
                .find(level, host, name, now, retired)
                .filter(metric -> settings.undocumented() || !metric.undocumented())
                .orElseThrow(() -> unknown(level, place).thrown());
    }

    private Refusal unknown(Level level, int place) {
        var names = Catalogue.CURRENT.known(level, host, now, retired).stream()
                .map(Metric::name)
                .collect(Collectors.joining(", "));
        return Refusal.invalid("(#100) metric[" + place + "] must be one of the following values: " + names);
    }

    /** A breakdown goes for every metric of the call, and one that does not know it fails all. */
    List<String> breakdowns(List<Metric> metrics) {
        var wanted = params.list("breakdown");
        for (var breakdown : wanted) {
            if (metrics.stream().anyMatch(metric -> !metric.breakdowns().contains(breakdown))) {
                throw Refusal.of(settings.wrongBreakdownCode(), null, "An unknown error has occurred.")
                        .thrown();
            }
        }
        return wanted;
    }

    /** How a value of a breakdown is spelled. */
    String spelled(String value) {
        return value.equals("REEL") ? settings.reels() : value;
    }
}
