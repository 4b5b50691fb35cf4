package dev.connexions.web.shared;

import io.helidon.http.HttpPrologue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The one spelling that a path has, and what of a path may be said back and logged. */
final class Paths {

    private static final int MAX_TARGET_LENGTH = 4096;
    private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9._~-]+");
    private static final Set<String> DOTS = Set.of(".", "..");
    private static final String CALLBACK = "/meta/oauth/callback";
    private static final String LINKS = "/meta/oauth/start";

    private Paths() {}

    /** What is wrong with the request's target, before anybody looks at what it names. */
    static Optional<Refusal> refusal(HttpPrologue prologue) {
        var path = prologue.uriPath().rawPath();
        if (path.length() + prologue.query().rawValue().length() > MAX_TARGET_LENGTH) {
            return Optional.of(
                    // Meta's redirect is judged by its parts, of which one is too long then
                    path.equals(CALLBACK)
                            ? new Refusal(ProblemType.MALFORMED_REQUEST, "Something in the query is too long.")
                            : new Refusal(
                                    ProblemType.URI_TOO_LONG,
                                    "A request target has at most " + MAX_TARGET_LENGTH + " characters."));
        }
        if (!path.startsWith("/") || !isText(path)) {
            return Optional.of(new Refusal(
                    ProblemType.MALFORMED_REQUEST, "The path is not a percent-encoded text, or is no path at all."));
        }
        return isCanonical(path) ? Optional.empty() : Optional.of(Refusal.notFound());
    }

    /** As it may be shown and logged: the secret of a link is cut off, however the rest is spelled. */
    static String shown(String path) {
        if (path.toLowerCase(Locale.ROOT).contains("oauth") && !path.equals(CALLBACK)) {
            return LINKS;
        }
        var encoded = path.indexOf('%');
        return Printable.text(encoded < 0 ? path : path.substring(0, encoded) + "...");
    }

    /** Segments of unreserved characters, none of them empty or made of dots. */
    private static boolean isCanonical(String path) {
        return path.equals("/")
                || Arrays.stream(path.substring(1).split("/", -1))
                        .allMatch(segment -> SEGMENT.matcher(segment).matches() && !DOTS.contains(segment));
    }

    private static boolean isText(String path) {
        try {
            return QueryString.decode(path).indexOf('\0') < 0;
        } catch (Refusal malformed) {
            return false;
        }
    }
}
