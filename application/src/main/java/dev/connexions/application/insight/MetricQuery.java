package dev.connexions.application.insight;

import dev.connexions.domain.insight.Breakdown;
import dev.connexions.domain.insight.Metric;
import org.jspecify.annotations.Nullable;

/** @param breakdown by which the value is split; absent for none */
public record MetricQuery(
        Metric metric, Shape shape, @Nullable Breakdown breakdown) {

    public enum Shape {
        /** A value for each of Meta's days. */
        SERIES,
        /** One value for the window. */
        TOTAL
    }
}
