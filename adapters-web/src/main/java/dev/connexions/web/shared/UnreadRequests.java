package dev.connexions.web.shared;

import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.http.DirectHandlers;
import java.time.Duration;

/** What the server refuses before a request can be routed, in the same words as everything else. */
public final class UnreadRequests {

    private final Cors cors;

    public UnreadRequests(Cors cors) {
        this.cors = cors;
    }

    public DirectHandlers handlers() {
        var handlers = DirectHandlers.builder();
        for (var event : DirectHandler.EventType.values()) {
            handlers.addHandler(event, this::answer);
        }
        return handlers.build();
    }

    private DirectHandler.TransportResponse answer(
            DirectHandler.TransportRequest request,
            DirectHandler.EventType event,
            Status status,
            ServerResponseHeaders headers,
            String message) {
        var id = Exchange.requestId(request.headers());
        var path = pathOf(request.path());
        var refusal = isEncoded(request.headers()) ? encoded() : refusal(status.code());
        AccessLog.refusedUnread(request.method(), path, refusal.type().status(), id);
        var answer = Problems.render(refusal, path, id, Problems.language(request.headers()));
        Answers.write(answer, id.value(), headers);
        cors.headers(path, request.headers()).forEach((name, value) -> headers.set(HeaderNames.create(name), value));
        headers.set(HeaderNames.VARY, cors.isConfigured() ? "Origin, Accept-Language" : "Accept-Language");
        return DirectHandler.TransportResponse.builder()
                .status(Status.create(answer.status()))
                .headers(headers)
                .keepAlive(false)
                .entity(answer.body())
                .build();
    }

    // The server's own message may quote the request, so it is not used.
    private static Refusal refusal(int status) {
        return switch (status) {
            case 413 -> new Refusal(ProblemType.PAYLOAD_TOO_LARGE, "A body has at most 1 MiB.");
            case 414 -> new Refusal(ProblemType.URI_TOO_LONG, "The request line is too long.");
            case 503 ->
                new Refusal(ProblemType.RATE_LIMITED, "Too many requests at once.").retryAfter(Duration.ofSeconds(1));
            // also what the server falls over before it is a request: a method that is no token, for one
            default -> new Refusal(ProblemType.MALFORMED_REQUEST, "This is no HTTP/1.1 request that can be read.");
        };
    }

    /** The server reads no body that is, and says of it no more than of any other that it cannot read. */
    private static boolean isEncoded(Headers headers) {
        return headers.contains(HeaderNames.CONTENT_ENCODING);
    }

    private static Refusal encoded() {
        return new Refusal(ProblemType.UNSUPPORTED_MEDIA_TYPE, "A body is sent as it is, without Content-Encoding.")
                .with("Accept-Encoding", "identity");
    }

    private static String pathOf(String target) {
        var end = target.indexOf('?');
        return end < 0 ? target : target.substring(0, end);
    }
}
