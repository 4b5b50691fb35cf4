package dev.connexions.meta.sandbox.control;

import dev.connexions.meta.sandbox.files.Files;
import dev.connexions.meta.sandbox.files.StoredFile;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what is to stand under a made-up name: a picture or film to be made, or bytes. */
final class NewFile {

    private static final Pattern HOST = Pattern.compile("(?:[a-z0-9-]{1,63}\\.)+(?:example|test|invalid)");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._/-]{1,200}");
    static final List<String> FORMATS = List.of("jpeg", "png", "gif", "bmp");
    private static final int MOST_PIXELS = 8000;
    private static final int LONGEST_FILM = 7_200_000;
    private static final long LARGEST = 400L << 20;

    private NewFile() {}

    static StoredFile read(Members members) {
        var host = members.text("host");
        var name = members.requiredText("name");
        var status = members.integer("status", 100, 599);
        var delay = members.integer("delayMs", 0, 3_600_000);
        var size = members.integer("size");
        var picture = picture(members);
        var film = film(members);
        var base64 = base64(members);
        members.end();
        if (host != null && !HOST.matcher(host).matches()) {
            throw members.bad("host", "must be a made-up name that ends in .example, .test or .invalid");
        }
        if (!NAME.matcher(name).matches() || name.startsWith("/")) {
            throw members.bad("name", "must be a plain path of 200 characters at most");
        }
        if (size != null && (size < 0 || size > LARGEST)) {
            throw members.bad("size", "must be a whole number from 0 to " + LARGEST);
        }
        if ((picture == null ? 0 : 1) + (film == null ? 0 : 1) + (base64 == null ? 0 : 1) != 1) {
            throw members.bad("image", "exactly one of image, video and base64 must be given");
        }
        return new StoredFile(
                host == null ? Files.HOST : host,
                name,
                status == null ? 200 : status,
                Duration.ofMillis(delay == null ? 0 : delay),
                size,
                picture,
                film,
                base64);
    }

    private static StoredFile.@Nullable Picture picture(Members members) {
        if (members.node("image") == null) {
            return null;
        }
        var image = members.object("image");
        var format = image.text("format");
        var width = image.integer("width", 1, MOST_PIXELS);
        var height = image.integer("height", 1, MOST_PIXELS);
        image.end();
        if (format != null && !FORMATS.contains(format)) {
            throw image.bad("format", "must be one of bmp, gif, jpeg, png");
        }
        return new StoredFile.Picture(
                format == null ? "jpeg" : format, width == null ? 1080 : width, height == null ? 1080 : height);
    }

    private static StoredFile.@Nullable Film film(Members members) {
        if (members.node("video") == null) {
            return null;
        }
        var video = members.object("video");
        var width = video.integer("width", 1, MOST_PIXELS);
        var height = video.integer("height", 1, MOST_PIXELS);
        var duration = video.integer("durationMs", 0, LONGEST_FILM);
        var codec = video.text("codec");
        var indexLast = video.yes("indexLast");
        video.end();
        if (codec != null && !codec.matches("[a-z0-9]{4}")) {
            throw video.bad("codec", "must be four letters such as avc1");
        }
        return new StoredFile.Film(
                width == null ? 720 : width,
                height == null ? 1280 : height,
                Duration.ofMillis(duration == null ? 15_000 : duration),
                codec == null ? "avc1" : codec.toLowerCase(Locale.ROOT),
                !indexLast);
    }

    private static @Nullable String base64(Members members) {
        var text = members.text("base64");
        if (text == null) {
            return null;
        }
        try {
            // to the same bytes in their usual spelling
            return Base64.getEncoder().encodeToString(Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException malformed) {
            throw members.bad("base64", "is no base64");
        }
    }
}
