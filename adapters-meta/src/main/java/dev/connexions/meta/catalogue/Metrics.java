package dev.connexions.meta.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connexions.application.insight.MetricQuery;
import dev.connexions.application.insight.MetricQuery.Shape;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.insight.Breakdown;
import dev.connexions.domain.insight.Metric;
import dev.connexions.domain.media.MediaSurface;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Meta's metrics, and how each of them is asked for. */
public final class Metrics {

    private static final String FILE = "metrics.json";
    private static final Set<String> ACCOUNT =
            Set.of("metric", "period", "shapes", "breakdowns", "timeframe", "days", "flags");
    private static final Set<String> MEDIA = Set.of("metric", "surfaces", "products", "breakdown", "flags");

    private enum Flag {
        ALONE,
        SPLIT_ONLY
    }

    private final Map<Metric, AccountMetric> ofAccounts = new TreeMap<>();
    private final Map<Metric, MediaMetric> ofMedia = new TreeMap<>();

    private Metrics() {}

    /** @throws CatalogueException when the file is not in order */
    public static Metrics load() {
        return read(CatalogueFile.resource(FILE));
    }

    static Metrics read(CatalogueFile file) {
        var metrics = new Metrics();
        file.holding("account", "media");
        for (var entry : file.list("account")) {
            var metric = account(file, entry);
            if (metrics.ofAccounts.put(metric.metric(), metric) != null) {
                throw file.wrong("said twice: " + entry);
            }
        }
        for (var entry : file.list("media")) {
            var metric = media(file, entry);
            if (metrics.ofMedia.put(metric.metric(), metric) != null) {
                throw file.wrong("said twice: " + entry);
            }
        }
        return metrics;
    }

    public Optional<AccountMetric> ofAccounts(Metric metric) {
        return Optional.ofNullable(ofAccounts.get(metric));
    }

    public Optional<MediaMetric> ofMedia(Metric metric) {
        return Optional.ofNullable(ofMedia.get(metric));
    }

    /** By name; both login products have the same. */
    public Set<MetricQuery> queries() {
        return ofAccounts.values().stream()
                .flatMap(metric -> metric.queries().stream())
                .sorted(Comparator.comparing(MetricQuery::metric)
                        .thenComparing(MetricQuery::shape)
                        .thenComparing(Metrics::breakdownName))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** By name. */
    public Set<Metric> ofMedia(LoginProduct product, MediaSurface surface) {
        return ofMedia.values().stream()
                .filter(metric -> metric.isOffered(product, surface))
                .map(MediaMetric::metric)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String breakdownName(MetricQuery query) {
        var breakdown = query.breakdown();
        return breakdown == null ? "" : breakdown.name();
    }

    private static AccountMetric account(CatalogueFile file, JsonNode entry) {
        file.only(entry, ACCOUNT);
        var flags = flags(file, entry);
        var breakdowns = file.texts(entry, "breakdowns").stream()
                .map(name -> breakdown(file, name))
                .collect(Collectors.toSet());
        var shapes = constants(file, entry, "shapes", Shape.class);
        if (shapes.isEmpty() || (flags.contains(Flag.SPLIT_ONLY) && breakdowns.isEmpty())) {
            throw file.wrong("nothing can be asked for in " + entry);
        }
        return new AccountMetric(
                metric(file, entry),
                file.one(AccountMetric.Period.class, entry, "period"),
                shapes,
                breakdowns,
                flags.contains(Flag.SPLIT_ONLY),
                entry.has("timeframe") ? file.text(entry, "timeframe") : null,
                flags.contains(Flag.ALONE),
                days(file, entry));
    }

    private static MediaMetric media(CatalogueFile file, JsonNode entry) {
        file.only(entry, MEDIA);
        var surfaces = constants(file, entry, "surfaces", MediaSurface.class);
        if (surfaces.isEmpty()) {
            throw file.wrong("nothing can be asked for in " + entry);
        }
        return new MediaMetric(
                metric(file, entry),
                surfaces,
                entry.has("products")
                        ? constants(file, entry, "products", LoginProduct.class)
                        : EnumSet.allOf(LoginProduct.class),
                entry.has("breakdown") ? breakdown(file, file.text(entry, "breakdown")) : null,
                flags(file, entry).contains(Flag.ALONE));
    }

    private static Metric metric(CatalogueFile file, JsonNode entry) {
        try {
            return new Metric(file.text(entry, "metric"));
        } catch (IllegalArgumentException malformed) {
            throw file.wrong(malformed.getMessage() + " in " + entry);
        }
    }

    private static Breakdown breakdown(CatalogueFile file, String name) {
        try {
            return new Breakdown(name);
        } catch (IllegalArgumentException malformed) {
            throw file.wrong(malformed.getMessage() + ": " + name);
        }
    }

    private static Set<Flag> flags(CatalogueFile file, JsonNode entry) {
        return constants(file, entry, "flags", Flag.class);
    }

    private static @Nullable Duration days(CatalogueFile file, JsonNode entry) {
        var days = file.integer(entry, "days");
        if (days != null && days < 1) {
            throw file.wrong("days is less than one in " + entry);
        }
        return days == null ? null : Duration.ofDays(days);
    }

    private static <E extends Enum<E>> Set<E> constants(
            CatalogueFile file, JsonNode entry, String member, Class<E> type) {
        var constants = EnumSet.noneOf(type);
        for (var name : file.texts(entry, member)) {
            constants.add(Arrays.stream(type.getEnumConstants())
                    .filter(constant -> constant.name().equalsIgnoreCase(name))
                    .findFirst()
                    .orElseThrow(() -> file.wrong(member + " holds what is not known: " + name)));
        }
        return constants;
    }
}
