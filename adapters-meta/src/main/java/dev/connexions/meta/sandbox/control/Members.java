package dev.connexions.meta.sandbox.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connexions.meta.sandbox.faults.Scenarios;
import dev.connexions.meta.sandbox.http.Call;
import dev.connexions.meta.sandbox.http.Json;
import dev.connexions.meta.sandbox.http.UnreadableCallException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The members of a JSON object, each read by name and type; {@link #end} finds those that nobody knows. */
final class Members {

    private final JsonNode object;
    private final String prefix;
    private final Set<String> read = new HashSet<>();

    private Members(JsonNode object, String prefix) {
        this.object = object;
        this.prefix = prefix;
    }

    /** No body is an empty object. */
    static Members of(Call call) {
        try {
            var node = call.body().text().isBlank()
                    ? Json.object()
                    : Json.read(call.body().text());
            if (!node.isObject()) {
                throw ControlRefusalException.bad(null, "the body is no JSON object");
            }
            return new Members(node, "");
        } catch (UnreadableCallException malformed) {
            throw ControlRefusalException.bad(null, "the body is no JSON object, or has a member twice");
        }
    }

    @Nullable
    JsonNode node(String name) {
        read.add(name);
        var value = object.get(name);
        return value == null || value.isNull() ? null : value;
    }

    @Nullable
    String text(String name) {
        var value = node(name);
        if (value != null && !value.isTextual()) {
            throw bad(name, "must be a text");
        }
        return value == null ? null : value.textValue();
    }

    String requiredText(String name) {
        return required(name, text(name));
    }

    @Nullable
    Integer integer(String name, int least, int most) {
        var value = node(name);
        if (value != null
                && !(value.isIntegralNumber()
                        && value.canConvertToInt()
                        && value.intValue() >= least
                        && value.intValue() <= most)) {
            throw bad(name, "must be a whole number from " + least + " to " + most);
        }
        return value == null ? null : value.intValue();
    }

    @Nullable
    Long integer(String name) {
        var value = node(name);
        if (value != null && !(value.isIntegralNumber() && value.canConvertToLong())) {
            throw bad(name, "must be a whole number");
        }
        return value == null ? null : value.longValue();
    }

    @Nullable
    Double share(String name) {
        var value = node(name);
        if (value != null && !(value.isNumber() && value.doubleValue() >= 0 && value.doubleValue() <= 1)) {
            throw bad(name, "must be a number from 0 to 1");
        }
        return value == null ? null : value.doubleValue();
    }

    @Nullable
    Boolean flag(String name) {
        var value = node(name);
        if (value != null && !value.isBoolean()) {
            throw bad(name, "must be true or false");
        }
        return value == null ? null : value.booleanValue();
    }

    @Nullable
    List<String> texts(String name) {
        var value = node(name);
        if (value == null) {
            return null;
        }
        if (!value.isArray() || !value.valueStream().allMatch(JsonNode::isTextual)) {
            throw bad(name, "must be an array of texts");
        }
        return value.valueStream().map(JsonNode::textValue).toList();
    }

    /** Not negative. */
    @Nullable
    Duration duration(String name) {
        var value = parsed(name, Duration::parse, "must be an ISO 8601 duration such as PT24H");
        if (value != null && value.isNegative()) {
            throw bad(name, "must not be negative");
        }
        return value;
    }

    @Nullable
    Instant instant(String name) {
        return parsed(name, Instant::parse, "must be a moment such as 2026-11-22T10:00:00Z");
    }

    /** By its name in any case, as the API writes it. */
    <E extends Enum<E>> @Nullable E choice(String name, Class<E> type) {
        var text = text(name);
        if (text == null) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> bad(
                        name,
                        "must be one of "
                                + Arrays.stream(type.getEnumConstants())
                                        .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                                        .collect(Collectors.joining(", "))));
    }

    /** Absent is empty. */
    Members object(String name) {
        var value = node(name);
        if (value != null && !value.isObject()) {
            throw bad(name, "must be an object");
        }
        return new Members(value == null ? Json.object() : value, prefix + name + ".");
    }

    /** Absent is false. */
    boolean yes(String name) {
        var value = node(name);
        if (value != null && !value.isBoolean()) {
            throw bad(name, "must be true or false");
        }
        return value != null && value.booleanValue();
    }

    /** An array of objects; absent is empty. */
    List<Members> objects(String name) {
        var value = node(name);
        var all = new ArrayList<Members>();
        if (value != null && !value.isArray()) {
            throw bad(name, "must be an array of objects");
        }
        for (var element : value == null ? Json.array() : value) {
            if (!element.isObject()) {
                throw bad(name, "must be an array of objects");
            }
            all.add(new Members(element, prefix + name + "."));
        }
        return all;
    }

    /** What a scenario of that name says, and what is said here instead of it. */
    Members overScenario() {
        var name = text("scenario");
        if (name == null) {
            return this;
        }
        var scenario = Scenarios.KNOWN.named(name).orElseThrow(() -> bad("scenario", "is none of /scenarios"));
        var merged = scenario.fault().deepCopy();
        object.properties().stream()
                .filter(member -> !Set.of("scenario", "match").contains(member.getKey()))
                .forEach(member -> merged.set(member.getKey(), member.getValue()));
        merged.withObject("/match").setAll((ObjectNode) object("match").object);
        return new Members(merged, "");
    }

    <T> T required(String name, @Nullable T value) {
        if (value == null) {
            throw bad(name, "is missing");
        }
        return value;
    }

    ControlRefusalException bad(String name, String message) {
        return ControlRefusalException.bad(prefix + name, message);
    }

    /** All of them, by whatever name. */
    void eachNamed(BiConsumer<String, JsonNode> reading) {
        object.properties().forEach(member -> reading.accept(member.getKey(), member.getValue()));
    }

    void end() {
        object.fieldNames().forEachRemaining(name -> {
            if (!read.contains(name)) {
                throw bad(name, "is no member of this");
            }
        });
    }

    private <T> @Nullable T parsed(String name, Function<String, T> parse, String message) {
        var text = text(name);
        try {
            return text == null ? null : parse.apply(text);
        } catch (DateTimeException malformed) {
            throw bad(name, message);
        }
    }
}
