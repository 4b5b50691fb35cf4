package dev.connexions.web.shared;

import dev.connexions.domain.shared.RequestId;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One line for each request, in {@code key=value} form. Neither query nor headers, so nothing secret. */
final class AccessLog {

    private static final System.Logger LOGGER = System.getLogger("dev.connexions.access");
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT");
    private static final String UNMATCHED = "unmatched";

    private final RequestObserver observer;

    AccessLog(RequestObserver observer) {
        this.observer = observer;
    }

    /** @param status 0 when the connection ended before there was one */
    void served(String method, String path, int status, Exchange exchange) {
        var route = exchange.route().orElse(UNMATCHED);
        var nanos = exchange.nanos();
        var user = exchange.user().map(id -> id.value().toString()).orElse(null);
        line(
                bounded(method),
                route,
                path,
                status,
                nanos,
                exchange.request(),
                user,
                exchange.trace().orElse(null));
        observer.served(bounded(method), route, status, Duration.ofNanos(nanos));
    }

    /** The server itself refused it before it could be routed. */
    static void refusedUnread(String method, String path, int status, RequestId request) {
        line(bounded(method), UNMATCHED, path, status, 0, request, null, null);
    }

    private static void line(
            String method,
            String route,
            String path,
            int status,
            long nanos,
            RequestId request,
            @Nullable String user,
            @Nullable String trace) {
        LOGGER.log(
                System.Logger.Level.INFO,
                () -> "method=" + method + " route=" + route + " path=" + Paths.shown(path) + " status=" + status
                        + " millis=" + TimeUnit.NANOSECONDS.toMillis(nanos) + " request=" + request.value() + " user="
                        + (user == null ? "-" : user) + (trace == null ? "" : " trace=" + trace));
    }

    private static String bounded(String method) {
        return METHODS.contains(method) ? method : "OTHER";
    }
}
