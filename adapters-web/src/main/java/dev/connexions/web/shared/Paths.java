package dev.connexions.web.shared;

import io.helidon.http.HttpPrologue;
import java.util.Locale;
import java.util.Optional;

/** The one spelling that a path has, and what of a path may be said back and logged. */
final class Paths {

    private static final int MAX_TARGET_LENGTH = 4096;
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
        var begin = 1;
        for (var i = 1; i < path.length(); i++) {
            if (path.charAt(i) == '/') {
                if (!isSegment(path, begin, i)) {
                    return false;
                }
                begin = i + 1;
            } else if (!isUnreserved(path.charAt(i))) {
                return false;
            }
        }
        return path.equals("/") || isSegment(path, begin, path.length());
    }

    private static boolean isSegment(String path, int begin, int end) {
        return switch (end - begin) {
            case 0 -> false;
            case 1 -> path.charAt(begin) != '.';
            case 2 -> path.charAt(begin) != '.' || path.charAt(begin + 1) != '.';
            default -> true;
        };
    }

    /** RFC 3986, 2.3. */
    private static boolean isUnreserved(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '-'
                || c == '.'
                || c == '_'
                || c == '~';
    }

    private static boolean isText(String path) {
        try {
            return QueryString.decode(path).indexOf('\0') < 0;
        } catch (Refusal malformed) {
            return false;
        }
    }
}
