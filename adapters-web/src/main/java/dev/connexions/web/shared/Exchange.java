package dev.connexions.web.shared;

import dev.connexions.domain.shared.RequestId;
import dev.connexions.domain.shared.UserId;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import io.helidon.webserver.http.ServerRequest;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is known of a request while it is served. Travels with the request, never with the thread. */
final class Exchange {

    static final HeaderName REQUEST_ID = HeaderNames.create("X-Request-Id");

    private final RequestId request;
    private final Map<String, String> crossOrigin;
    private final Optional<String> trace;
    private final Set<String> varies = new LinkedHashSet<>();
    private final long startedAt = System.nanoTime();
    private @Nullable String route;
    private @Nullable UserId user;

    private Exchange(RequestId request, Map<String, String> crossOrigin, Optional<String> trace) {
        this.request = request;
        this.crossOrigin = crossOrigin;
        this.trace = trace;
    }

    static Exchange begin(ServerRequest request, Cors cors) {
        var headers = request.headers();
        var path = request.prologue().uriPath().rawPath();
        var exchange = new Exchange(requestId(headers), cors.headers(path, headers), TraceParent.traceId(headers));
        if (cors.isConfigured()) {
            exchange.variesBy("Origin");
        }
        request.context().register(exchange);
        return exchange;
    }

    static Exchange of(ServerRequest request) {
        return request.context()
                .get(Exchange.class)
                .orElseThrow(() -> new IllegalStateException("a request came past the filter"));
    }

    /** The caller's own, when there is one and it is sane. */
    static RequestId requestId(Headers headers) {
        return Optional.of(all(headers, REQUEST_ID))
                .filter(ids -> ids.size() == 1)
                .flatMap(ids -> RequestId.parse(ids.getFirst()))
                .orElseGet(RequestId::random);
    }

    static List<String> all(Headers headers, HeaderName name) {
        return headers.contains(name) ? headers.get(name).allValues() : List.of();
    }

    /** The other end of the socket. */
    static InetAddress peer(ServerRequest request) {
        return request.remotePeer().address() instanceof InetSocketAddress socket
                ? socket.getAddress()
                : InetAddress.getLoopbackAddress();
    }

    RequestId request() {
        return request;
    }

    void matched(String template) {
        route = template;
    }

    /** The template of the path, of which there are few; a request that matches none has none. */
    Optional<String> route() {
        return Optional.ofNullable(route);
    }

    void calledBy(UserId id) {
        user = id;
    }

    Optional<UserId> user() {
        return Optional.ofNullable(user);
    }

    /** What lets a page of another origin read the answer; empty when none may. */
    Map<String, String> crossOrigin() {
        return crossOrigin;
    }

    /** The answer would be another one if this field of the request were another. */
    void variesBy(String field) {
        varies.add(field);
    }

    Set<String> varies() {
        return varies;
    }

    /** The trace that the request says it is part of. */
    Optional<String> trace() {
        return trace;
    }

    long nanos() {
        return System.nanoTime() - startedAt;
    }
}
