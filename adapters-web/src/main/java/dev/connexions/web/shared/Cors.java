package dev.connexions.web.shared;

import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import java.net.URI;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Which other origins' pages may read answers, in a browser: the exact ones that are configured, never all of them. */
public final class Cors {

    public static final Cors NOBODY = new Cors(Set.of());

    /** The pages for an account's owner answer with a cookie; no other page has any business there. */
    private static final String BROWSER_PAGES = "/meta/";

    private static final String EXPOSED =
            "ETag, Location, Link, Retry-After, RateLimit, RateLimit-Policy, X-Request-Id, Idempotency-Replayed";
    private static final String ALLOWED = "Authorization, Content-Type, If-Match, If-None-Match, Idempotency-Key,"
            + " X-Request-Id, Accept, Accept-Language, Connexions-Organisation, Connexions-Reason";
    private static final String MAX_AGE_SECONDS = "600";

    private final Set<String> origins;

    /** @throws IllegalArgumentException when one of them is no {@link #origin} */
    public Cors(Collection<String> origins) {
        origins.forEach(Cors::origin);
        this.origins = Set.copyOf(origins);
    }

    /**
     * An origin as browsers write it: scheme, host and a port that is not the scheme's own, in lowercase, nothing else.
     *
     * @throws IllegalArgumentException for anything else, foremost for a star and for {@code null}
     */
    public static String origin(String text) {
        var uri = URI.create(text);
        var scheme = String.valueOf(uri.getScheme());
        var ownPort = switch (scheme) {
            case "http" -> 80;
            case "https" -> 443;
            default -> throw new IllegalArgumentException("an origin begins with http:// or https://");
        };
        var port = uri.getPort() < 0 || uri.getPort() == ownPort ? "" : ":" + uri.getPort();
        var canonical = scheme + "://" + String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT) + port;
        if (uri.getHost() == null || !canonical.equals(text)) {
            throw new IllegalArgumentException(
                    "an origin is a scheme, a host and a port other than the scheme's own, in lowercase");
        }
        return text;
    }

    boolean isConfigured() {
        return !origins.isEmpty();
    }

    /** For every answer, an error as well; empty unless the request comes from an origin that may read it. */
    Map<String, String> headers(String path, Headers request) {
        var from = Exchange.all(request, HeaderNames.ORIGIN);
        if (from.size() != 1 || !origins.contains(from.getFirst()) || path.startsWith(BROWSER_PAGES)) {
            return Map.of();
        }
        var headers = new LinkedHashMap<String, String>();
        headers.put("Access-Control-Allow-Origin", from.getFirst());
        headers.put("Access-Control-Expose-Headers", EXPOSED);
        return headers;
    }

    /** What a browser asks before it lets a page send such a request. */
    static Answer preflight(Answer options, String methods) {
        return options.with("Access-Control-Allow-Methods", methods)
                .with("Access-Control-Allow-Headers", ALLOWED)
                .with("Access-Control-Max-Age", MAX_AGE_SECONDS);
    }
}
