package dev.connexions.meta.sandbox.insights;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connexions.meta.sandbox.http.Json;
import dev.connexions.meta.sandbox.media.Post;
import dev.connexions.meta.sandbox.refusal.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** {@code GET /{ig-media}/insights}; the dossier's section 5.2. */
public final class MediaInsights {

    private static final String PERIOD = "lifetime";
    private static final int FEWEST_VIEWERS = 5;
    private static final Duration KEPT = Duration.ofDays(730);
    private static final Duration HALF = Duration.ofHours(18);

    private final Query query;
    private final Post post;
    private final int followers;
    private final int comments;

    public MediaInsights(Query query, Post post, int followers, int comments) {
        this.query = query;
        this.post = post;
        this.followers = followers;
        this.comments = comments;
    }

    public ArrayNode data() {
        var metrics = query.metrics(Level.MEDIA);
        if (post.isChild()) {
            throw Refusal.invalid("(#100) Children of an album have no insights")
                    .thrown();
        }
        if (post.origin().beforeConversion()) {
            throw Refusal.of(100, 2108006, "The media was posted before the account became professional.")
                    .thrown();
        }
        metrics.forEach(this::requireCovered);
        var breakdowns = query.breakdowns(metrics);
        var data = Json.array();
        if (!post.isShown(query.now()) || post.at().plus(KEPT).isBefore(query.now())) {
            return data;
        }
        if (post.isStory() && views() < FEWEST_VIEWERS) {
            throw Refusal.of(10, null, "(#10) Not enough viewers for the media to show insights")
                    .thrown();
        }
        metrics.forEach(metric -> data.add(entry(metric, breakdowns)));
        return data;
    }

    /** What is told of a story once it is over: by the names of long ago, and few of anything is -1 (dossier 8.4). */
    public ObjectNode story() {
        var told = Json.object().put("media_id", post.id());
        tell(told, "impressions", value("impressions"));
        tell(told, "reach", value("reach"));
        tell(told, "taps_forward", navigated("TAP_FORWARD"));
        tell(told, "taps_back", navigated("TAP_BACK"));
        tell(told, "exits", navigated("TAP_EXIT"));
        tell(told, "replies", value("replies"));
        return told;
    }

    private static void tell(ObjectNode told, String name, long value) {
        told.put(name, value < FEWEST_VIEWERS ? -1 : value);
    }

    private long navigated(String how) {
        var ways = Entries.divide(
                value("navigation"), List.of("story_navigation_action_type"), query, post.id(), way -> way);
        return ways.valueStream()
                .filter(way -> way.at("/dimension_values/0").asText().equals(how))
                .mapToLong(way -> way.path("value").asLong())
                .sum();
    }

    private long value(String name) {
        return Catalogue.CURRENT.metrics().stream()
                .filter(metric -> metric.level() == Level.MEDIA && metric.name().equals(name))
                .mapToLong(this::value)
                .findFirst()
                .orElseThrow();
    }

    private void requireCovered(Metric metric) {
        var shared = metric.value() != Metric.Value.CROSSPOSTED || post.origin().crossposted();
        if (!metric.covers(post) || !shared) {
            throw Refusal.invalid("(#100) The Media Insights API does not support the " + metric.name()
                            + " metric for this media product type.")
                    .thrown();
        }
    }

    private ObjectNode entry(Metric metric, List<String> breakdowns) {
        var value = value(metric);
        var entry = Entries.head(metric, PERIOD);
        entry.set("values", Json.array().add(Json.object().put("value", value)));
        if (!breakdowns.isEmpty()) {
            var results = Entries.divide(value, breakdowns, query, post.id(), this::spelled);
            entry.set("total_value", Entries.total(value, breakdowns, results));
        }
        return Entries.tail(entry, metric, post.id(), PERIOD);
    }

    private String spelled(String value) {
        return post.isStory() && query.settings().navigationLowerCase()
                ? value.toLowerCase(Locale.ROOT)
                : query.spelled(value);
    }

    private long value(Metric metric) {
        return switch (metric.value()) {
            case SHARE_OF_VIEWS, CROSSPOSTED -> Math.round(views() * metric.perView());
            case LIKES -> post.echo().likes();
            case COMMENTS -> comments;
            case INTERACTIONS -> post.echo().likes() + comments + Math.round(views() * metric.perView());
            case MILLIS -> 2000L + Noise.below(9000, query.seed(), post.id(), metric.name(), 0);
            case PERCENT -> 20L + Noise.below(60, query.seed(), post.id(), metric.name(), 0);
        };
    }

    /** They come quickly at first; whoever liked it has seen it. */
    public long views() {
        var told = post.echo().viewers();
        if (told != null) {
            return told;
        }
        var age = Duration.between(post.at(), query.now());
        var grown = 1 - Math.pow(0.5, (double) age.toSeconds() / HALF.toSeconds());
        var inTheEnd = followers * 0.6 * Noise.around(query.seed(), post.id(), "views", 0);
        return Math.max(post.echo().likes(), Math.round(inTheEnd * grown));
    }
}
