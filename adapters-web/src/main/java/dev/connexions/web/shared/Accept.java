package dev.connexions.web.shared;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What media types a caller takes (RFC 9110, 12.5.1). A range that cannot be read is as if it were not there. */
final class Accept {

    private static final int MOST_RANGES = 100;
    private static final Pattern TOKEN = Pattern.compile("[a-z0-9!#$&^_.+-]+|\\*");
    private static final Pattern QUALITY = Pattern.compile("0(?:\\.[0-9]{0,3})?|1(?:\\.0{0,3})?");

    private record Range(String type, String subtype, double quality) {

        /** How exactly it names the media type; 0 when it does not. */
        int matches(String mediaType) {
            if (mediaType.equals(type + "/" + subtype)) {
                return 3;
            }
            if (subtype.equals("*") && mediaType.startsWith(type + "/")) {
                return 2;
            }
            return type.equals("*") && subtype.equals("*") ? 1 : 0;
        }
    }

    private static final Accept ANYTHING = new Accept(true, List.of());

    private final boolean anything;
    private final List<Range> ranges;

    private Accept(boolean anything, List<Range> ranges) {
        this.anything = anything;
        this.ranges = ranges;
    }

    static Accept of(List<String> headers) {
        var joined = String.join(",", headers).toLowerCase(Locale.ROOT);
        if (joined.isBlank()) {
            return ANYTHING;
        }
        return new Accept(
                false,
                Arrays.stream(joined.split(",", -1))
                        .limit(MOST_RANGES)
                        .flatMap(text -> range(text).stream())
                        .toList());
    }

    /** From 0, not at all, to 1; the most exact range decides. */
    double quality(String mediaType) {
        if (anything) {
            return 1;
        }
        var exactness = 0;
        var quality = 0.0;
        for (var range : ranges) {
            var match = range.matches(mediaType);
            if (match > exactness) {
                exactness = match;
                quality = range.quality();
            }
        }
        return quality;
    }

    // Cut by hand: one expression for the whole would take a hostile header minutes, or the stack.
    private static Optional<Range> range(String text) {
        var parts = text.split(";", -1);
        var slash = parts[0].indexOf('/');
        if (slash < 0) {
            return Optional.empty();
        }
        var type = parts[0].substring(0, slash).strip();
        var subtype = parts[0].substring(slash + 1).strip();
        var quality = Arrays.stream(parts)
                .skip(1)
                .map(String::strip)
                .filter(parameter -> parameter.startsWith("q="))
                .map(parameter -> parameter.substring(2))
                .findFirst()
                .orElse("1");
        return TOKEN.matcher(type).matches()
                        && TOKEN.matcher(subtype).matches()
                        && QUALITY.matcher(quality).matches()
                ? Optional.of(new Range(type, subtype, Double.parseDouble(quality)))
                : Optional.empty();
    }
}
