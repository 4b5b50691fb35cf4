package dev.connexions.meta.sandbox.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connexions.meta.sandbox.http.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is known to go wrong at Meta, each with where it was seen, from a data file. */
public final class Scenarios {

    public static final Scenarios KNOWN = load();

    private final List<Scenario> all;

    /** @param fault as the control API takes it */
    public record Scenario(String name, String what, String seen, ObjectNode fault) {}

    private Scenarios(List<Scenario> all) {
        this.all = List.copyOf(all);
    }

    public List<Scenario> all() {
        return all;
    }

    public Optional<Scenario> named(String name) {
        return all.stream().filter(scenario -> scenario.name().equals(name)).findFirst();
    }

    private static Scenarios load() {
        try (var in = Scenarios.class.getResourceAsStream("scenarios.json")) {
            if (in == null) {
                throw new IllegalStateException("the scenarios are missing");
            }
            var all = new ArrayList<Scenario>();
            Json.read(new String(in.readAllBytes(), UTF_8)).forEach(node -> all.add(scenario(node)));
            return new Scenarios(all);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Scenario scenario(JsonNode node) {
        return new Scenario(
                node.path("name").asText(),
                node.path("what").asText(),
                node.path("seen").asText(),
                node.withObject("/fault"));
    }
}
