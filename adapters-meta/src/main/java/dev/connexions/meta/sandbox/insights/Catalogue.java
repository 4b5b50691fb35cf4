package dev.connexions.meta.sandbox.insights;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connexions.meta.sandbox.http.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which metrics there are, from a data file; the dossier's tables 5.1 and 5.2, with the dates of its timeline. */
public final class Catalogue {

    public static final Catalogue CURRENT = load();

    private final String revision;
    private final Map<String, List<String>> breakdowns;
    private final List<Metric> metrics;

    private Catalogue(String revision, Map<String, List<String>> breakdowns, List<Metric> metrics) {
        this.revision = revision;
        this.breakdowns = breakdowns;
        this.metrics = List.copyOf(metrics);
    }

    public String revision() {
        return revision;
    }

    public List<Metric> metrics() {
        return metrics;
    }

    /** Those that a login product knows at that time. */
    List<Metric> known(Level level, String host, Instant now, Set<String> retired) {
        return metrics.stream()
                .filter(metric -> metric.level() == level && metric.hosts().contains(host))
                .filter(metric -> metric.exists(now) && !retired.contains(metric.name()))
                .toList();
    }

    Optional<Metric> find(Level level, String host, String name, Instant now, Set<String> retired) {
        return known(level, host, now, retired).stream()
                .filter(metric -> metric.name().equals(name))
                .findFirst();
    }

    /** What a breakdown divides into. */
    List<String> values(String breakdown) {
        return breakdowns.getOrDefault(breakdown, List.of());
    }

    private static Catalogue load() {
        var root = Json.read(resource("metrics.json"));
        var breakdowns = new LinkedHashMap<String, List<String>>();
        root.path("breakdowns").properties().forEach(entry -> breakdowns.put(entry.getKey(), texts(entry.getValue())));
        var metrics = new ArrayList<Metric>();
        root.path("metrics").forEach(node -> metrics.add(metric(node)));
        return new Catalogue(root.path("revision").asText(), breakdowns, metrics);
    }

    private static Metric metric(JsonNode node) {
        return new Metric(
                Level.valueOf(node.path("level").asText().toUpperCase(Locale.ROOT)),
                node.path("name").asText(),
                node.path("title").asText(),
                texts(node.path("hosts")),
                texts(node.path("periods")),
                texts(node.path("types")),
                texts(node.path("breakdowns")),
                texts(node.path("products")),
                node.path("leastFollowers").asInt(),
                node.path("undocumented").asBoolean(),
                day(node.path("since")),
                day(node.path("until")),
                day(node.path("mediaBefore")),
                node.path("perFollower").asDouble(),
                node.path("perView").asDouble(),
                Metric.Value.valueOf(node.path("value").asText("SHARE_OF_VIEWS").toUpperCase(Locale.ROOT)));
    }

    private static @Nullable LocalDate day(JsonNode node) {
        return node.isTextual() ? LocalDate.parse(node.asText()) : null;
    }

    private static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(text -> texts.add(text.asText()));
        return List.copyOf(texts);
    }

    private static String resource(String name) {
        try (var in = Catalogue.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the catalogue " + name + " is missing");
            }
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
