package dev.connexions.meta.sandbox.files;

import dev.connexions.meta.sandbox.http.Body;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A file that the sandbox serves. Large ones are kept as what makes them, not as bytes.
 *
 * @param host the made-up public name under which it stands
 * @param status what asking for it is answered with
 * @param delay how long it takes to come
 * @param size padded to this many bytes; absent: as it is
 */
public record StoredFile(
        String host,
        String name,
        int status,
        Duration delay,
        @Nullable Long size,
        @Nullable Picture picture,
        @Nullable Film film,
        @Nullable String base64) {

    /** @param format a name that the JDK's image library writes: jpeg, png, gif, bmp */
    public record Picture(String format, int width, int height) {}

    /** @param codec as in the sample description: avc1, hvc1 … */
    public record Film(int width, int height, Duration duration, String codec, boolean indexFirst) {}

    public String key() {
        return host + "/" + name;
    }

    public String url() {
        return "https://" + host + "/" + name;
    }

    /** What it holds, without the padding. */
    private byte[] head() {
        if (picture != null) {
            return Pictures.draw(picture);
        }
        if (film != null) {
            return Films.shoot(film);
        }
        return base64 == null ? new byte[0] : Base64.getDecoder().decode(base64);
    }

    public Payload payload() {
        var head = new Body(head());
        var padding = size == null ? 0 : Math.max(0, size - head.length());
        return new Payload(contentType(), head, padding);
    }

    private String contentType() {
        if (picture != null) {
            return "image/" + picture.format();
        }
        return film == null ? "application/octet-stream" : "video/mp4";
    }
}
