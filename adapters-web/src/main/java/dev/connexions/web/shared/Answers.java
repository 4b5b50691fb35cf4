package dev.connexions.web.shared;

import io.helidon.http.DateTime;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.http.WritableHeaders;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Writes every answer, so that none lacks what all carry and none to HEAD carries a body. */
final class Answers {

    private static final List<Header> ALWAYS = List.of(
            HeaderValues.createCached("X-Content-Type-Options", "nosniff"),
            HeaderValues.createCached("Referrer-Policy", "no-referrer"));

    // The server would write the date in the zone of the machine, which HTTP does not know.
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private static volatile Stamp latest = new Stamp(-1, "");

    /** @param second since the epoch */
    private record Stamp(long second, String text) {}

    private Answers() {}

    static void send(ServerRequest request, ServerResponse response, Answer full) {
        var exchange = Exchange.of(request);
        var answer = isKnown(request, full) ? full.notModified() : full;
        response.status(Status.create(answer.status()));
        write(answer, exchange.request().value(), response.headers());
        exchange.crossOrigin().forEach((name, value) -> response.headers().set(HeaderNames.create(name), value));
        if (!exchange.varies().isEmpty()) {
            response.headers().set(HeaderNames.VARY, String.join(", ", exchange.varies()));
        }
        if (answer == full && request.prologue().method().equals(Method.HEAD)) {
            response.headers().set(HeaderValues.create(HeaderNames.CONTENT_LENGTH, answer.body().length));
            response.send();
        } else {
            response.send(answer.body());
        }
    }

    /** Whether the caller has it already. A list of tags that cannot be read names none. */
    private static boolean isKnown(ServerRequest request, Answer answer) {
        var method = request.prologue().method();
        if (answer.status() != 200
                || !request.headers().contains(HeaderNames.IF_NONE_MATCH)
                || !(method.equals(Method.GET) || method.equals(Method.HEAD))) {
            return false;
        }
        return answer.tag()
                .flatMap(tag -> EntityTags.parse(Exchange.all(request.headers(), HeaderNames.IF_NONE_MATCH))
                        .filter(known -> known.matchWeakly(tag)))
                .isPresent();
    }

    /** Formatted once a second. */
    private static String date() {
        var now = DateTime.timestamp();
        var known = latest;
        if (known.second != now.toEpochSecond()) {
            known = new Stamp(now.toEpochSecond(), DATE.format(now));
            latest = known;
        }
        return known.text;
    }

    static void write(Answer answer, String requestId, WritableHeaders<?> headers) {
        ALWAYS.forEach(headers::set);
        headers.set(HeaderNames.DATE, date());
        headers.set(Exchange.REQUEST_ID, requestId);
        answer.headers().forEach((name, value) -> headers.set(HeaderNames.create(name), value));
        if (answer.mediaType() != null) {
            headers.set(HeaderNames.CONTENT_TYPE, answer.mediaType());
        }
    }
}
