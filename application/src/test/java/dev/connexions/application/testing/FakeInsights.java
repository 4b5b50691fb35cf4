package dev.connexions.application.testing;

import dev.connexions.application.insight.InstagramInsights;
import dev.connexions.application.insight.Measurement;
import dev.connexions.application.insight.MetricQuery;
import dev.connexions.application.insight.MetricQuery.Shape;
import dev.connexions.application.shared.MetaAccess;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.insight.Gap;
import dev.connexions.domain.insight.Metric;
import dev.connexions.domain.insight.Reading;
import dev.connexions.domain.insight.Window;
import dev.connexions.domain.media.MediaId;
import dev.connexions.domain.media.MediaSurface;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** Knows two metrics of accounts and one of media, and measured nothing of either until a test says what. */
public final class FakeInsights implements InstagramInsights {

    public static final Metric REACH = new Metric("reach");
    public static final Metric VIEWS = new Metric("views");
    public static final MetricQuery DAILY_REACH = new MetricQuery(REACH, Shape.SERIES, null);
    public static final MetricQuery ALL_VIEWS = new MetricQuery(VIEWS, Shape.TOTAL, null);

    private final MetaScript script;
    private final Map<MetricQuery, Measurement> ofAccounts = new ConcurrentHashMap<>();
    private final Map<MediaId, Measurement> ofMedia = new ConcurrentHashMap<>();

    public FakeInsights(InMemoryStore store) {
        script = new MetaScript(store);
    }

    public MetaScript script() {
        return script;
    }

    /** From now on this comes of asking for it, whatever the account and the window. */
    public void measures(MetricQuery query, Measurement answer) {
        ofAccounts.put(query, answer);
    }

    /** From now on so many reached the media. */
    public void reached(MediaId media, long people) {
        var reading = new Reading(new Reading.Span.Lifetime(), BigDecimal.valueOf(people), List.of());
        ofMedia.put(media, new Measurement.Measured(List.of(reading), null));
    }

    @Override
    public Set<MetricQuery> ofAccounts(LoginProduct product) {
        var queries = new TreeSet<MetricQuery>(Comparator.comparing(MetricQuery::metric));
        queries.addAll(List.of(DAILY_REACH, ALL_VIEWS));
        return queries;
    }

    @Override
    public Set<Metric> ofMedia(LoginProduct product, MediaSurface surface) {
        return Set.of(REACH);
    }

    @Override
    public Map<MetricQuery, Measurement> account(MetaAccess access, Set<MetricQuery> queries, Window window) {
        var failure = script.ofRepeatable();
        var answers = new LinkedHashMap<MetricQuery, Measurement>();
        for (var query : queries) {
            answers.put(query, failure.<Measurement>map(Measurement.Failed::new).orElseGet(() -> measured(query)));
        }
        return answers;
    }

    private Measurement measured(MetricQuery query) {
        var known = Set.of(DAILY_REACH, ALL_VIEWS).contains(query);
        return ofAccounts.getOrDefault(query, new Measurement.Missing(known ? Gap.NO_DATA : gap(query.metric())));
    }

    private static Gap gap(Metric metric) {
        return Set.of(REACH, VIEWS).contains(metric) ? Gap.NOT_OFFERED : Gap.UNKNOWN_METRIC;
    }

    @Override
    public Map<MediaId, Map<Metric, Measurement>> media(
            MetaAccess access, Collection<Subject> media, Set<Metric> metrics) {
        var failure = script.ofRepeatable();
        var answers = new LinkedHashMap<MediaId, Map<Metric, Measurement>>();
        for (var one : media) {
            var mine = new LinkedHashMap<Metric, Measurement>();
            metrics.forEach(metric -> mine.put(
                    metric, failure.<Measurement>map(Measurement.Failed::new).orElseGet(() -> measured(one, metric))));
            answers.put(one.media(), mine);
        }
        return answers;
    }

    private Measurement measured(Subject one, Metric metric) {
        return metric.equals(REACH)
                ? ofMedia.getOrDefault(one.media(), new Measurement.Missing(Gap.NO_DATA))
                : new Measurement.Missing(gap(metric));
    }
}
