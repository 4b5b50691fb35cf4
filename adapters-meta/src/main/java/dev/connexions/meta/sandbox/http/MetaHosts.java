package dev.connexions.meta.sandbox.http;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Meta's hosts. The first segment of a path names one, or else the {@code Host} header does. */
public final class MetaHosts {

    public static final String FACEBOOK_DIALOG = "www.facebook.com";
    public static final String FACEBOOK_GRAPH = "graph.facebook.com";
    public static final String FACEBOOK_UPLOAD = "rupload.facebook.com";
    public static final String INSTAGRAM_DIALOG = "www.instagram.com";
    public static final String INSTAGRAM_TOKEN = "api.instagram.com";
    public static final String INSTAGRAM_GRAPH = "graph.instagram.com";

    public static final List<String> ALL = List.of(
            FACEBOOK_DIALOG, FACEBOOK_GRAPH, FACEBOOK_UPLOAD, INSTAGRAM_DIALOG, INSTAGRAM_TOKEN, INSTAGRAM_GRAPH);

    private MetaHosts() {}

    /** The one that an authority such as {@code graph.facebook.com:8443} names. */
    static @Nullable String in(@Nullable String authority) {
        if (authority == null) {
            return null;
        }
        var name = authority.split(":", 2)[0].toLowerCase(Locale.ROOT);
        return ALL.contains(name) ? name : null;
    }
}
