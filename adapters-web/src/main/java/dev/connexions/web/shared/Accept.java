package dev.connexions.web.shared;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What media types a caller takes (RFC 9110, 12.5.1). A range that cannot be read is as if it were not there. */
final class Accept {

    private static final Pattern RANGE = Pattern.compile(
            "\\s*([a-z0-9!#$&^_.+-]+|\\*)/([a-z0-9!#$&^_.+-]+|\\*)((?:\\s*;\\s*[a-z0-9!#$&^_.+-]+=[^;,]*)*)\\s*");
    private static final Pattern QUALITY =
            Pattern.compile(";\\s*q=\\s*(0(?:\\.[0-9]{0,3})?|1(?:\\.0{0,3})?)\\s*(?:;|$)");

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

    private final boolean anything;
    private final List<Range> ranges;

    private Accept(boolean anything, List<Range> ranges) {
        this.anything = anything;
        this.ranges = ranges;
    }

    static Accept of(List<String> headers) {
        var joined = String.join(",", headers).toLowerCase(Locale.ROOT);
        return new Accept(
                joined.isBlank(),
                Arrays.stream(joined.split(",", -1))
                        .limit(100)
                        .map(RANGE::matcher)
                        .filter(range -> range.matches())
                        .map(range -> new Range(range.group(1), range.group(2), weight(range.group(3))))
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

    private static double weight(String parameters) {
        if (!parameters.contains("q=")) {
            return 1;
        }
        var quality = QUALITY.matcher(parameters);
        return quality.find() ? Double.parseDouble(quality.group(1)) : 0;
    }
}
