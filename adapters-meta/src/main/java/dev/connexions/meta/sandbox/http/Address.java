package dev.connexions.meta.sandbox.http;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a call goes. Meta's hosts are the first segment of the path, since the sandbox has but one listener.
 *
 * @param full the path as it was sent
 * @param version the Graph version, where the path names one
 * @param path the rest, as Meta's documentation writes it
 */
public record Address(String full, String host, @Nullable String version, String path) {

    private static final Pattern PARTS = Pattern.compile("/([^/]*)(?:/(v[0-9]+\\.[0-9]+)(?=/|$))?(/.*)?");

    public static Address of(String full) {
        var parts = PARTS.matcher(full);
        if (!parts.matches()) {
            return new Address(full, "", null, full);
        }
        var rest = parts.group(3);
        return new Address(full, parts.group(1), parts.group(2), rest == null ? "/" : rest);
    }

    /** The ways to write it: whole, without the host, without host and version. */
    public List<String> spellings() {
        return List.of(full, version == null ? path : "/" + version + path, path);
    }

    public List<String> segments() {
        return List.of(path.substring(1).split("/", -1));
    }
}
