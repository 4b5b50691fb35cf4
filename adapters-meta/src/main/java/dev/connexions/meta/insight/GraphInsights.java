package dev.connexions.meta.insight;

import dev.connexions.application.insight.InstagramInsights;
import dev.connexions.application.insight.Measurement;
import dev.connexions.application.insight.MetricQuery;
import dev.connexions.application.shared.MetaAccess;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.insight.Metric;
import dev.connexions.domain.insight.Window;
import dev.connexions.domain.media.MediaId;
import dev.connexions.domain.media.MediaSurface;
import dev.connexions.meta.catalogue.Metrics;
import dev.connexions.meta.shared.GraphClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** Insights at Meta, by HTTP. */
public final class GraphInsights implements InstagramInsights {

    /** The port promises ten seconds for each request; the rest is for the database. */
    private static final Duration LIMIT = Duration.ofSeconds(9);

    private final Metrics metrics;
    private final AccountInsights ofAccounts;
    private final MediaInsights ofMedia;

    /** @throws dev.connexions.meta.catalogue.CatalogueException when what is known about metrics is not in order */
    public GraphInsights(GraphClient client, InstantSource clock) {
        this(client, clock, LIMIT);
    }

    GraphInsights(GraphClient client, InstantSource clock, Duration limit) {
        metrics = Metrics.load();
        ofAccounts = new AccountInsights(client, metrics, clock, limit);
        ofMedia = new MediaInsights(client, metrics, limit);
    }

    @Override
    public Set<MetricQuery> ofAccounts(LoginProduct product) {
        return metrics.queries();
    }

    @Override
    public Set<Metric> ofMedia(LoginProduct product, MediaSurface surface) {
        return metrics.ofMedia(product, surface);
    }

    @Override
    public Map<MetricQuery, Measurement> account(MetaAccess access, Set<MetricQuery> queries, Window window) {
        return ofAccounts.measure(access, queries, window);
    }

    @Override
    public Map<MediaId, Map<Metric, Measurement>> media(
            MetaAccess access, Collection<Subject> media, Set<Metric> metrics) {
        return ofMedia.measure(access, media, metrics);
    }
}
