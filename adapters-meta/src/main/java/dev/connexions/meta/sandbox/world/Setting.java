package dev.connexions.meta.sandbox.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Something about Meta that is not known for certain, or that a test wants otherwise: {@code POST /_sandbox/settings}.
 *
 * @param rule what a value must be, for whoever gives another
 * @param parse null for what breaks the rule
 */
public record Setting<T>(
        String name, T initial, String rule, Function<JsonNode, @Nullable T> parse, Function<T, JsonNode> write) {

    public boolean takes(JsonNode value) {
        return parse.apply(value) != null;
    }

    public static Setting<Boolean> flag(String name, boolean initial) {
        return new Setting<>(
                name,
                initial,
                "must be true or false",
                node -> node.isBoolean() ? node.booleanValue() : null,
                BooleanNode::valueOf);
    }

    public static Setting<Integer> number(String name, int initial, int least, int most) {
        return new Setting<>(
                name,
                initial,
                "must be a whole number from " + least + " to " + most,
                node -> node.isIntegralNumber()
                                && node.canConvertToInt()
                                && node.intValue() >= least
                                && node.intValue() <= most
                        ? node.intValue()
                        : null,
                IntNode::valueOf);
    }

    public static Setting<String> text(String name, String initial) {
        return new Setting<>(
                name, initial, "must be a text", node -> node.isTextual() ? node.textValue() : null, TextNode::valueOf);
    }

    public static Setting<Duration> duration(String name, Duration initial) {
        return new Setting<>(
                name,
                initial,
                "must be an ISO 8601 duration such as PT30S",
                Setting::duration,
                value -> TextNode.valueOf(value.toString()));
    }

    public static <E extends Enum<E>> Setting<E> choice(String name, E initial) {
        var constants = initial.getDeclaringClass().getEnumConstants();
        return new Setting<>(
                name,
                initial,
                "must be one of " + Arrays.stream(constants).map(Setting::code).collect(Collectors.joining(", ")),
                node -> Arrays.stream(constants)
                        .filter(constant -> node.isTextual() && code(constant).equalsIgnoreCase(node.textValue()))
                        .findFirst()
                        .orElse(null),
                value -> TextNode.valueOf(code(value)));
    }

    private static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable Duration duration(JsonNode node) {
        try {
            var duration = node.isTextual() ? Duration.parse(node.textValue()) : null;
            return duration == null || duration.isNegative() ? null : duration;
        } catch (DateTimeException malformed) {
            return null;
        }
    }
}
