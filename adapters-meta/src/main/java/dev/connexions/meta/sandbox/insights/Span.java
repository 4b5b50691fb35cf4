package dev.connexions.meta.sandbox.insights;

import dev.connexions.meta.sandbox.http.Params;
import dev.connexions.meta.sandbox.refusal.Refusal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** From when to when; a day unless told, and thirty at most. */
public record Span(Instant since, Instant until) {

    private static final Duration MOST = Duration.ofDays(30);
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,11}");

    public static Span of(Params params, Instant now) {
        var from = moment("since", params.one("since").orElse(""));
        var to = moment("until", params.one("until").orElse(""));
        var until = to == null ? now : to;
        var since = from == null ? until.minus(Duration.ofDays(1)) : from;
        if (since.isAfter(until)) {
            throw Refusal.invalid("(#100) since must be before until").thrown();
        }
        if (Duration.between(since, until).compareTo(MOST) > 0) {
            throw Refusal.invalid("(#100) There cannot be more than 30 days (2592000 s) between since and until")
                    .thrown();
        }
        return new Span(since, until);
    }

    Span earlier() {
        return new Span(since.minus(Duration.between(since, until)), since);
    }

    Span later() {
        return new Span(until, until.plus(Duration.between(since, until)));
    }

    /** Seconds since 1970, a day, or a moment with its offset. */
    public static @Nullable Instant moment(String name, String text) {
        try {
            if (text.isEmpty()) {
                return null;
            }
            if (SECONDS.matcher(text).matches()) {
                return Instant.ofEpochSecond(Long.parseLong(text));
            }
            return text.length() <= 10
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException malformed) {
            throw Refusal.invalid("(#100) Param " + name + " must be a valid date or time stamp")
                    .thrown();
        }
    }
}
