package dev.connexions.web.shared;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What {@code If-Match} and {@code If-None-Match} list (RFC 9110, 8.8.3 and 13.1): entity tags, or {@code *}. */
final class EntityTags {

    private static final String ANY = "*";
    private static final String WEAK = "W/";

    private final boolean any;
    private final List<String> tags;

    private EntityTags(boolean any, List<String> tags) {
        this.any = any;
        this.tags = tags;
    }

    /**
     * The strong tag of what is shown of a thing: of other bytes, in another media type or of another thing it is another
     * one, whatever the thing's representation leaves out.
     */
    static String of(UUID thing, String mediaType, byte[] body) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var id = ByteBuffer.allocate(2 * Long.BYTES);
            id.putLong(thing.getMostSignificantBits()).putLong(thing.getLeastSignificantBits());
            digest.update(id.array());
            digest.update(mediaType.getBytes(StandardCharsets.US_ASCII));
            digest.update((byte) 0);
            digest.update(body);
            return '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(digest.digest()) + '"';
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Empty when it is no such list. Several headers are one list. */
    static Optional<EntityTags> parse(List<String> headers) {
        var text = String.join(",", headers).strip();
        if (text.equals(ANY)) {
            return Optional.of(new EntityTags(true, List.of()));
        }
        var tags = new ArrayList<String>();
        var at = 0;
        while (at < text.length()) {
            var c = text.charAt(at);
            if (c == ' ' || c == '\t' || c == ',') {
                at++;
                continue;
            }
            var end = endOfTag(text, at);
            if (end < 0) {
                return Optional.empty();
            }
            tags.add(text.substring(at, end));
            at = end;
        }
        return tags.isEmpty() ? Optional.empty() : Optional.of(new EntityTags(false, tags));
    }

    /** What a change asks for: a weak tag is equal to none. */
    boolean matchStrongly(String tag) {
        return any || tags.contains(tag);
    }

    /** What a cache asks for. */
    boolean matchWeakly(String tag) {
        return any || tags.contains(tag) || tags.contains(WEAK + tag);
    }

    /** Behind the tag that begins there and whatever blanks follow it; negative when there is none, or no comma after it. */
    private static int endOfTag(String text, int begin) {
        var quote = text.startsWith(WEAK, begin) ? begin + WEAK.length() : begin;
        if (quote >= text.length() || text.charAt(quote) != '"') {
            return -1;
        }
        var at = quote + 1;
        while (at < text.length() && text.charAt(at) > ' ' && text.charAt(at) != '"' && text.charAt(at) != 0x7f) {
            at++;
        }
        if (at >= text.length() || text.charAt(at) != '"') {
            return -1;
        }
        var next = at + 1;
        while (next < text.length() && (text.charAt(next) == ' ' || text.charAt(next) == '\t')) {
            next++;
        }
        return next == text.length() || text.charAt(next) == ',' ? at + 1 : -1;
    }
}
