package dev.connexions.web.shared;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a handler answers. It is written by one class, which knows what every answer carries and what HEAD leaves out. */
public final class Answer {

    private static final String CACHE_CONTROL = "Cache-Control";
    private static final String NO_STORE = "no-store";
    private static final String ETAG = "ETag";

    private final int status;
    private final @Nullable String mediaType;
    private final byte[] body;
    private final Map<String, String> headers;

    private Answer(int status, @Nullable String mediaType, byte[] body, Map<String, String> headers) {
        this.status = status;
        this.mediaType = mediaType;
        this.body = body;
        this.headers = headers;
    }

    public static Answer of(int status, String mediaType, byte[] body) {
        return new Answer(status, mediaType, body, Map.of(CACHE_CONTROL, "private, no-cache"));
    }

    /** One that was given before. */
    static Answer kept(int status, @Nullable String mediaType, byte[] body, Map<String, String> headers) {
        return new Answer(status, mediaType, body, headers);
    }

    public static Answer json(int status, Object representation) {
        return of(status, "application/json", Json.bytes(representation));
    }

    /** @param policy the page's Content-Security-Policy */
    public static Answer html(int status, String page, String policy) {
        return of(status, "text/html; charset=utf-8", page.getBytes(UTF_8)).with("Content-Security-Policy", policy);
    }

    public static Answer empty(int status) {
        return new Answer(status, null, new byte[0], Map.of(CACHE_CONTROL, "private, no-cache"));
    }

    public static Answer seeOther(URI address) {
        return empty(303).with("Location", address.toString());
    }

    /**
     * With the strong entity tag of what it shows, so that it can be asked for again, and changed, on condition.
     *
     * @param thing whose representation the body is
     */
    public Answer tagged(UUID thing) {
        return with(ETAG, EntityTags.of(thing, String.valueOf(mediaType), body));
    }

    /** The same without what the caller says it has already: no body, and nothing that speaks of one. */
    Answer notModified() {
        return new Answer(304, null, new byte[0], headers);
    }

    Optional<String> tag() {
        return Optional.ofNullable(headers.get(ETAG));
    }

    public Answer with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Answer(status, mediaType, body, more);
    }

    /** For secrets and errors. */
    public Answer neverStored() {
        return with(CACHE_CONTROL, NO_STORE);
    }

    /** What may not be stored on the way is not stored by us either. */
    boolean isSecret() {
        return NO_STORE.equals(headers.get(CACHE_CONTROL));
    }

    int status() {
        return status;
    }

    @Nullable
    String mediaType() {
        return mediaType;
    }

    byte[] body() {
        return body;
    }

    Map<String, String> headers() {
        return headers;
    }

    /** Neither body nor headers: both may carry secrets. */
    @Override
    public String toString() {
        return "Answer[" + status + "]";
    }
}
