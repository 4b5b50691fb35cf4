package dev.connexions.meta.sandbox.files;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Draws plain pictures, and tells what is one. */
final class Pictures {

    private Pictures() {}

    static byte[] draw(StoredFile.Picture wanted) {
        var canvas = new BufferedImage(wanted.width(), wanted.height(), BufferedImage.TYPE_BYTE_GRAY);
        var out = new ByteArrayOutputStream();
        try (var stream = new MemoryCacheImageOutputStream(out)) {
            if (!ImageIO.write(canvas, wanted.format(), stream)) {
                throw new IllegalArgumentException("no pictures of the format " + wanted.format());
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return out.toByteArray();
    }

    /** Format and size, as far as the beginning of a file tells. */
    static Optional<StoredFile.Picture> look(byte[] head) {
        try (var stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(head))) {
            var readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            var reader = readers.next();
            try {
                reader.setInput(stream, true, true);
                return Optional.of(new StoredFile.Picture(
                        reader.getFormatName().toLowerCase(Locale.ROOT), reader.getWidth(0), reader.getHeight(0)));
            } finally {
                reader.dispose();
            }
        } catch (IOException broken) {
            return Optional.empty();
        }
    }
}
