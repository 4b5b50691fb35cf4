package dev.connexions.web.shared;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import java.util.Optional;
import java.util.regex.Pattern;

/** W3C Trace Context, as far as it is honoured: the trace's id, when there is exactly one and it is one. */
final class TraceParent {

    private static final HeaderName TRACEPARENT = HeaderNames.create("traceparent");

    /** A later version may have more behind its fourth field; a version ff there is not. */
    private static final Pattern FORM =
            Pattern.compile("(?!ff)([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}(-[!-~]{0,256})?");

    private static final String NO_TRACE = "0".repeat(32);
    private static final String NO_PARENT = "0".repeat(16);

    private TraceParent() {}

    static Optional<String> traceId(Headers headers) {
        var values = Exchange.all(headers, TRACEPARENT);
        if (values.size() != 1) {
            return Optional.empty();
        }
        var parts = FORM.matcher(values.getFirst());
        if (!parts.matches()
                || (parts.group(1).equals("00") && parts.group(4) != null)
                || parts.group(2).equals(NO_TRACE)
                || parts.group(3).equals(NO_PARENT)) {
            return Optional.empty();
        }
        return Optional.of(parts.group(2));
    }
}
