package dev.connexions.meta.catalogue;

import dev.connexions.application.insight.MetricQuery;
import dev.connexions.application.insight.MetricQuery.Shape;
import dev.connexions.domain.insight.Breakdown;
import dev.connexions.domain.insight.Metric;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A metric of accounts, as Meta takes it.
 *
 * @param breakdowns by which it can be split
 * @param splitOnly whether without a breakdown Meta answers nothing
 * @param timeframe what Meta wants instead of a window, if it does
 * @param alone whether Meta is known to refuse it now and then, and whatever was asked with it
 * @param kept for how long Meta keeps it; absent where it names no end
 */
public record AccountMetric(
        Metric metric,
        Period period,
        Set<Shape> shapes,
        Set<Breakdown> breakdowns,
        boolean splitOnly,
        @Nullable String timeframe,
        boolean alone,
        @Nullable Duration kept) {

    public enum Period {
        DAY,
        LIFETIME
    }

    public AccountMetric {
        shapes = Set.copyOf(shapes);
        breakdowns = Set.copyOf(breakdowns);
    }

    /** Series are not split. */
    public boolean takes(MetricQuery query) {
        var breakdown = query.breakdown();
        var isSplitWell =
                breakdown == null ? !splitOnly : query.shape() == Shape.TOTAL && breakdowns.contains(breakdown);
        return query.metric().equals(metric) && shapes.contains(query.shape()) && isSplitWell;
    }

    List<MetricQuery> queries() {
        var queries = new ArrayList<MetricQuery>();
        for (var shape : shapes) {
            queries.add(new MetricQuery(metric, shape, null));
            breakdowns.forEach(breakdown -> queries.add(new MetricQuery(metric, shape, breakdown)));
        }
        return queries.stream().filter(this::takes).toList();
    }
}
