package dev.connexions.meta.sandbox.http;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a call goes. Meta's hosts are the first segment of the path, since the sandbox has but one listener; who makes their
 * names lead to the sandbox may leave the segment out.
 *
 * @param full the path with the host as its first segment
 * @param prefix what stands before Meta's own path: the host's segment, or nothing
 * @param version the Graph version, where the path names one
 * @param path the rest, as Meta's documentation writes it
 */
public record Address(
        String full, String prefix, String host, @Nullable String version, String path) {

    private static final Pattern PARTS = Pattern.compile("/([^/]*)(?:/(v[0-9]+\\.[0-9]+)(?=/|$))?(/.*)?");

    /** @param authority what the {@code Host} header says */
    public static Address of(String path, @Nullable String authority) {
        var plain = of(path);
        var named = MetaHosts.in(authority);
        if (named == null || plain.host().startsWith("_") || MetaHosts.ALL.contains(plain.host())) {
            return plain;
        }
        var whole = of("/" + named + path);
        return new Address(whole.full(), "", named, whole.version(), whole.path());
    }

    public static Address of(String full) {
        var parts = PARTS.matcher(full);
        if (!parts.matches()) {
            return new Address(full, "", "", null, full);
        }
        var rest = parts.group(3);
        return new Address(
                full,
                "/" + parts.group(1),
                parts.group(1),
                parts.group(2),
                rest == null || rest.isEmpty() ? "/" : rest);
    }

    /** The ways to write it: whole, without the host, without host and version. */
    public List<String> spellings() {
        return List.of(full, version == null ? path : "/" + version + path, path);
    }

    public List<String> segments() {
        return List.of(path.substring(1).split("/", -1));
    }
}
