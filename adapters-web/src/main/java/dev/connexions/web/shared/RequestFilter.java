package dev.connexions.web.shared;

import io.helidon.http.Headers;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.util.Optional;

/** Around every request: its id, its line in the access log, and what is refused whatever it asks for. */
public final class RequestFilter implements Filter {

    private static final int MAX_FIELDS = 100;
    private static final int MAX_FIELD_BYTES = 16 << 10;

    private final AccessLog log;

    private final Cors cors;

    public RequestFilter(RequestObserver observer, Cors cors) {
        log = new AccessLog(observer);
        this.cors = cors;
    }

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        var exchange = Exchange.begin(request, cors);
        try {
            var refusal = tooManyHeaders(request.headers()).or(() -> Paths.refusal(request.prologue()));
            if (refusal.isPresent()) {
                Problems.send(request, response, refusal.get());
            } else {
                chain.proceed();
            }
        } finally {
            log.served(
                    request.prologue().method().text(),
                    request.prologue().uriPath().rawPath(),
                    response.isSent() ? response.status().code() : 0,
                    exchange);
        }
    }

    private static Optional<Refusal> tooManyHeaders(Headers headers) {
        var fields = 0;
        var bytes = 0;
        for (var header : headers) {
            for (var value : header.allValues()) {
                fields++;
                bytes += header.name().length() + value.length() + 4;
            }
        }
        return fields > MAX_FIELDS || bytes > MAX_FIELD_BYTES
                ? Optional.of(new Refusal(
                                ProblemType.HEADERS_TOO_LARGE,
                                "A request has at most 100 header fields, of at most 16 KiB together.")
                        .with("Connection", "close"))
                : Optional.empty();
    }
}
