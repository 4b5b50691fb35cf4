package dev.connexions.meta.sandbox.files;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;

/** Makes films that nobody can watch: the boxes of ISO 14496-12 that say what a film is, and no frames. */
final class Films {

    private static final int MILLIS = 1000;

    private Films() {}

    static byte[] shoot(StoredFile.Film film) {
        var index = box(
                "moov", header(film), box("trak", track(film), box("mdia", box("minf", box("stbl", samples(film))))));
        var frames = box("mdat", new byte[16]);
        var type = box("ftyp", "isom\0\0\2\0isommp41".getBytes(US_ASCII));
        return film.indexFirst() ? join(type, index, frames) : join(type, frames, index);
    }

    /** {@code mvhd}, version 0: how long, in thousandths. */
    private static byte[] header(StoredFile.Film film) {
        var body = ByteBuffer.allocate(100);
        body.putInt(12, MILLIS).putInt(16, Math.toIntExact(film.duration().toMillis()));
        return box("mvhd", body.array());
    }

    /** {@code tkhd}, version 0: its last eight bytes are width and height as 16.16. */
    private static byte[] track(StoredFile.Film film) {
        var body = ByteBuffer.allocate(84);
        body.putInt(76, film.width() << 16).putInt(80, film.height() << 16);
        return box("tkhd", body.array());
    }

    /** {@code stsd} with one entry, whose type is the codec. */
    private static byte[] samples(StoredFile.Film film) {
        var count = ByteBuffer.allocate(8).putInt(4, 1).array();
        return box("stsd", count, box(film.codec(), new byte[78]));
    }

    private static byte[] box(String type, byte[]... contents) {
        var body = join(contents);
        return ByteBuffer.allocate(8 + body.length)
                .putInt(8 + body.length)
                .put(type.getBytes(US_ASCII))
                .put(body)
                .array();
    }

    private static byte[] join(byte[]... parts) {
        var length = 0;
        for (var part : parts) {
            length += part.length;
        }
        var whole = ByteBuffer.allocate(length);
        for (var part : parts) {
            whole.put(part);
        }
        return whole.array();
    }
}
