package dev.connexions.application.insight;

import dev.connexions.application.shared.MetaAccess;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.insight.Metric;
import dev.connexions.domain.insight.Window;
import dev.connexions.domain.media.MediaId;
import dev.connexions.domain.media.MediaSurface;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/**
 * What Meta measures. Every answer holds exactly what was asked for, each for itself: a metric that Meta refuses takes no
 * other with it. Each request ends within ten seconds; a call makes several. Never called inside a transaction.
 */
public interface InstagramInsights {

    /** What can be asked of an account; Meta is not asked. Sorted by name. */
    Set<MetricQuery> ofAccounts(LoginProduct product);

    /** What can be asked of such media; Meta is not asked. Sorted by name. */
    Set<Metric> ofMedia(LoginProduct product, MediaSurface surface);

    /**
     * Asks for the account's metrics, in windows of at most 30 days (Meta answers no more at once), the newest first. Metrics
     * without a time of their own (demographics) are asked for once. What is less than 48 hours old may still change.
     */
    Map<MetricQuery, Measurement> account(MetaAccess access, Set<MetricQuery> queries, Window window);

    /**
     * Asks for the metrics of media, up to fifty with one request. Each counts over the media's whole life; those of a story
     * can be had while it is shown (24 hours). Children of an album have none.
     */
    Map<MediaId, Map<Metric, Measurement>> media(MetaAccess access, Collection<Subject> media, Set<Metric> metrics);

    /** @param surface which metrics there are depends on it */
    record Subject(MediaId media, MediaSurface surface) {}
}
