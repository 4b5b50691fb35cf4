package dev.connexions.web.shared;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The readings that more than one field needs. The rules of a value are the domain's; these are the wire's. */
public final class Values {

    private static final Pattern UUID_FORM =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern TIMESTAMP_FORM = Pattern.compile(
            "[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?([Zz]|[+-][0-9]{2}:[0-9]{2})");
    private static final UUID NIL = new UUID(0, 0);

    private Values() {}

    /** In its one canonical spelling; the nil UUID names nothing. */
    public static Optional<UUID> canonicalUuid(String text) {
        return UUID_FORM.matcher(text).matches()
                ? Optional.of(UUID.fromString(text)).filter(id -> !id.equals(NIL))
                : Optional.empty();
    }

    public static UUID uuid(String text) {
        return canonicalUuid(text)
                .orElseThrow(() -> new IllegalArgumentException("a UUID is written in lowercase, with dashes"));
    }

    public static boolean bool(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("either true or false");
        };
    }

    /** RFC 3339, to the microsecond. */
    public static Instant timestamp(String text) {
        if (TIMESTAMP_FORM.matcher(text).matches()) {
            try {
                var moment = OffsetDateTime.parse(text);
                if (moment.getYear() > 0) {
                    return moment.toInstant().truncatedTo(ChronoUnit.MICROS);
                }
            } catch (DateTimeException noSuchMoment) {
                throw new IllegalArgumentException("there is no such moment", noSuchMoment);
            }
        }
        throw new IllegalArgumentException("a moment as RFC 3339 has it, such as 2026-11-22T09:30:00Z");
    }

    /** @param code how a constant is spelled */
    public static <E extends Enum<E>> Reading<String, E> oneOf(E[] constants, Function<E, String> code) {
        return text -> Arrays.stream(constants)
                .filter(constant -> code.apply(constant).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "one of " + Arrays.stream(constants).map(code).collect(Collectors.joining(", "))));
    }

    /** A JSON string that can be stored. */
    public static <T> Reading<JsonNode, T> text(Reading<String, T> then) {
        return node -> then.read(string(node));
    }

    public static <T> Reading<JsonNode, T> integer(IntFunction<T> then) {
        return node -> {
            if (!node.isIntegralNumber() || !node.canConvertToInt()) {
                throw new IllegalArgumentException("an integer from 0 to 2147483647, without fraction and exponent");
            }
            return then.apply(node.intValue());
        };
    }

    /** A JSON array of different strings. */
    public static Reading<JsonNode, List<String>> texts(int most) {
        return node -> {
            if (!node.isArray() || node.size() > most) {
                throw new IllegalArgumentException("an array of at most " + most + " strings");
            }
            var texts = new ArrayList<String>();
            node.forEach(element -> texts.add(string(element)));
            if (new LinkedHashSet<>(texts).size() < texts.size()) {
                throw new IllegalArgumentException("each string once");
            }
            return texts;
        };
    }

    private static String string(JsonNode node) {
        if (!node.isTextual()) {
            throw new IllegalArgumentException("a string");
        }
        return storable(node.textValue());
    }

    /** PostgreSQL takes neither U+0000 nor half a surrogate pair. */
    static String storable(String text) {
        var broken = text.codePoints().anyMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE);
        if (broken) {
            throw new IllegalArgumentException("neither U+0000 nor an unpaired surrogate");
        }
        return text;
    }
}
