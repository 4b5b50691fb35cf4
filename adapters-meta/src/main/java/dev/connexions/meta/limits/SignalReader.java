package dev.connexions.meta.limits;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Reads what an answer's headers say of limits. What makes no sense is counted and otherwise ignored: an odd number must
 * neither stop everything nor let everything through. Meta's own sample names a key twice; the last one counts.
 */
final class SignalReader {

    static final Duration SHORTEST = Duration.ofSeconds(1);
    static final Duration LONGEST = Duration.ofHours(24);

    private static final int MAX_LENGTH = 16_384;
    private static final int MAX_SUBJECTS = 64;
    private static final List<String> SHARES = List.of("call_count", "total_time", "total_cputime");
    private static final Set<String> OUR_USE = Set.of("instagram", "pages");
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(8).build())
                    .build())
            .build();

    private final LongAdder ignored = new LongAdder();

    long ignored() {
        return ignored.sum();
    }

    Signals read(Headers headers, Instant now) {
        var retry = headers.first("retry-after");
        return new Signals(
                headers.first("x-app-usage")
                        .flatMap(this::object)
                        .map(this::percent)
                        .orElse(OptionalInt.empty()),
                headers.first("x-business-use-case-usage")
                        .flatMap(this::object)
                        .map(this::others)
                        .orElse(Map.of()),
                retry.isEmpty() ? null : retryAfter(retry.get().strip(), now));
    }

    private Map<String, Signals.Share> others(JsonNode json) {
        var shares = new HashMap<String, Signals.Share>();
        json.properties().stream().limit(MAX_SUBJECTS).forEach(subject -> {
            if (!subject.getValue().isArray()) {
                ignored.increment();
                return;
            }
            subject.getValue()
                    .forEach(use ->
                            share(use).ifPresent(share -> shares.merge(subject.getKey(), share, SignalReader::worse)));
        });
        return shares;
    }

    private Optional<Signals.Share> share(JsonNode use) {
        if (!use.isObject()) {
            ignored.increment();
            return Optional.empty();
        }
        // messages and advertisements have limits of their own
        return OUR_USE.contains(use.path("type").asText())
                ? Optional.of(new Signals.Share(percent(use), regain(use.get("estimated_time_to_regain_access"))))
                : Optional.empty();
    }

    private static Signals.Share worse(Signals.Share one, Signals.Share other) {
        var first = one.regain();
        var second = other.regain();
        return new Signals.Share(
                max(one.percent(), other.percent()),
                first == null || (second != null && second.compareTo(first) > 0) ? second : first);
    }

    private OptionalInt percent(JsonNode use) {
        var most = OptionalInt.empty();
        for (var name : SHARES) {
            var value = use.get(name);
            if (value == null) {
                continue;
            }
            if (value.isInt() && value.intValue() >= 0 && value.intValue() <= 100) {
                most = max(most, OptionalInt.of(value.intValue()));
            } else {
                ignored.increment();
            }
        }
        return most;
    }

    /** Minutes. */
    private @Nullable Duration regain(@Nullable JsonNode minutes) {
        if (minutes == null || (minutes.isInt() && minutes.intValue() == 0)) {
            return null;
        }
        if (!minutes.isIntegralNumber() || minutes.asLong() < 0) {
            ignored.increment();
            return null;
        }
        return clamped(minutes.canConvertToInt() ? Duration.ofMinutes(minutes.intValue()) : LONGEST);
    }

    /** Seconds, or a date. */
    private @Nullable Duration retryAfter(String text, Instant now) {
        try {
            return text.matches("-?[0-9]{1,18}")
                    ? clamped(Duration.ofSeconds(Long.parseLong(text)))
                    : clamped(Duration.between(
                            now,
                            ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                                    .toInstant()));
        } catch (DateTimeException | ArithmeticException garbage) {
            ignored.increment();
            return null;
        }
    }

    private static Duration clamped(Duration wait) {
        if (wait.compareTo(SHORTEST) < 0) {
            return SHORTEST;
        }
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }

    private Optional<JsonNode> object(String text) {
        if (text.length() <= MAX_LENGTH) {
            try {
                var json = MAPPER.readTree(text);
                if (json != null && json.isObject()) {
                    return Optional.of(json);
                }
            } catch (JsonProcessingException malformed) {
                // counted below
            }
        }
        ignored.increment();
        return Optional.empty();
    }

    private static OptionalInt max(OptionalInt one, OptionalInt other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isEmpty() ? other : one;
        }
        return OptionalInt.of(Math.max(one.getAsInt(), other.getAsInt()));
    }
}
