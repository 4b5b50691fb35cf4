package dev.connexions.application.authorization;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a browser may be sent once its consent ended: addresses whose scheme, host and port equal an allowed one as
 * parsed, and whose path continues the allowed one by whole segments. Compared as parsed, never as text.
 */
public final class ReturnUrls {

    private static final int MAX_LENGTH = 2048;

    private final List<URI> allowed;

    /** @throws IllegalArgumentException when one of them is no absolute http or https address without query and fragment */
    public ReturnUrls(List<URI> allowed) {
        for (var url : allowed) {
            if (!isWeb(url) || url.getRawQuery() != null || url.getRawFragment() != null) {
                throw new IllegalArgumentException(
                        "a return address is an http or https URL without query and fragment");
            }
        }
        this.allowed = List.copyOf(allowed);
    }

    /** The address as parsed, if it is allowed. */
    public Optional<URI> permit(String raw) {
        // URI takes letters of every script, and invisible ones that reverse how an address reads
        if (raw.length() > MAX_LENGTH || !raw.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            return Optional.empty();
        }
        try {
            var url = new URI(raw);
            return isWeb(url)
                            && url.getRawFragment() == null
                            && allowed.stream().anyMatch(a -> continues(a, url))
                    ? Optional.of(url)
                    : Optional.empty();
        } catch (URISyntaxException unparsable) {
            return Optional.empty();
        }
    }

    private static boolean isWeb(URI url) {
        var scheme = scheme(url);
        return (scheme.equals("https") || scheme.equals("http"))
                && url.getHost() != null
                && url.getRawUserInfo() == null;
    }

    private static boolean continues(URI allowed, URI url) {
        return scheme(allowed).equals(scheme(url))
                && allowed.getHost().equalsIgnoreCase(url.getHost())
                && port(allowed) == port(url)
                && segmentsContinue(path(allowed), path(url));
    }

    private static boolean segmentsContinue(String prefix, String path) {
        if (path.contains("/../") || path.endsWith("/..") || path.contains("/./") || path.contains("%")) {
            return false;
        }
        var whole = prefix.endsWith("/") ? prefix : prefix + "/";
        return path.equals(prefix) || path.startsWith(whole);
    }

    private static String scheme(URI url) {
        return lower(url.getScheme());
    }

    private static String lower(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }

    private static String path(URI url) {
        return url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    }

    private static int port(URI url) {
        return url.getPort() != -1 ? url.getPort() : scheme(url).equals("https") ? 443 : 80;
    }
}
