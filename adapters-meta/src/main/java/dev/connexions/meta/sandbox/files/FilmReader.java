package dev.connexions.meta.sandbox.files;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Tells from the beginning of an MP4 or MOV file what film it is: the boxes of ISO 14496-12, as far as needed. */
final class FilmReader {

    private static final Set<String> CONTAINERS = Set.of("moov", "trak", "mdia", "minf", "stbl");
    private static final int DEEPEST = 8;

    private boolean typed;
    private boolean framesSeen;
    private boolean indexFirst;
    private Duration duration = Duration.ZERO;
    private int width;
    private int height;
    private String codec = "";

    private FilmReader() {}

    static Optional<StoredFile.Film> look(byte[] head) {
        var reader = new FilmReader();
        reader.boxes(ByteBuffer.wrap(head), 0);
        return reader.typed
                ? Optional.of(new StoredFile.Film(
                        reader.width, reader.height, reader.duration, reader.codec, reader.indexFirst))
                : Optional.empty();
    }

    private void boxes(ByteBuffer in, int depth) {
        while (in.remaining() >= 8) {
            var start = in.position();
            var size = Integer.toUnsignedLong(in.getInt());
            var type = text(in);
            if (size == 1 && in.remaining() >= 8) {
                size = in.getLong();
            }
            var left = in.limit() - start;
            // zero is "to the end"; what is cut off counts as far as it is there
            var length = size == 0 || size > left ? left : (int) size;
            if (length < in.position() - start) {
                return;
            }
            box(type, in.slice(in.position(), start + length - in.position()), depth);
            in.position(start + length);
        }
    }

    private void box(String type, ByteBuffer body, int depth) {
        switch (type) {
            case "ftyp" -> typed = true;
            case "mdat" -> framesSeen = true;
            case "mvhd" -> header(body);
            case "tkhd" -> track(body);
            case "stsd" -> samples(body);
            default -> {}
        }
        if (type.equals("moov")) {
            indexFirst = !framesSeen;
        }
        if (CONTAINERS.contains(type) && depth < DEEPEST) {
            boxes(body, depth + 1);
        }
    }

    private void header(ByteBuffer body) {
        var wide = body.remaining() > 0 && body.get(0) == 1;
        var at = wide ? 20 : 12;
        if (body.remaining() < at + 12) {
            return;
        }
        var scale = Integer.toUnsignedLong(body.getInt(at));
        var units = wide ? body.getLong(at + 4) : Integer.toUnsignedLong(body.getInt(at + 4));
        duration = scale == 0 || units < 0 || units > Integer.MAX_VALUE * scale
                ? Duration.ZERO
                : Duration.ofMillis(units * 1000 / scale);
    }

    /** The largest of the tracks is the picture; sound has no size. */
    private void track(ByteBuffer body) {
        var end = body.limit();
        if (end >= 84 && body.getInt(end - 8) >>> 16 > width) {
            width = body.getInt(end - 8) >>> 16;
            height = body.getInt(end - 4) >>> 16;
        }
    }

    private void samples(ByteBuffer body) {
        if (body.remaining() >= 16 && codec.isEmpty()) {
            body.position(12);
            codec = text(body);
        }
    }

    private static String text(ByteBuffer in) {
        var letters = new byte[4];
        in.get(letters);
        return new String(letters, US_ASCII);
    }
}
