package dev.connexions.meta.shared;

import dev.connexions.domain.shared.AccessToken;
import java.io.InputStream;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * The bytes of a video on their way into a container; Facebook Login only.
 *
 * @param offset how many of them Meta has already
 * @param size of the whole file
 * @param rest the bytes from {@code offset} on; opened when they are sent
 */
public record GraphUpload(AccessToken token, String container, long offset, long size, Supplier<InputStream> rest) {

    private static final Pattern CONTAINER = Pattern.compile("[0-9]{1,32}");

    public GraphUpload {
        if (!CONTAINER.matcher(container).matches()) {
            throw new IllegalArgumentException("a container's id is 1 to 32 digits");
        }
        if (offset < 0 || offset >= size) {
            throw new IllegalArgumentException("the offset lies within the file");
        }
    }
}
