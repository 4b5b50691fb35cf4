package dev.connexions.application.publication;

import java.io.IOException;
import java.io.InputStream;

/**
 * What is uploaded, or the rest of it.
 *
 * @param size of the whole file in bytes
 * @param offset how many of them Meta holds already: 0 at first, then what it says
 */
public record VideoFile(long size, long offset, Bytes bytes) {

    public VideoFile {
        if (offset < 0 || offset >= size) {
            throw new IllegalArgumentException("an upload begins before the end of its file");
        }
    }

    /** Opens the file at an offset; whoever opened it closes it. */
    @FunctionalInterface
    public interface Bytes {

        InputStream from(long offset) throws IOException;
    }
}
