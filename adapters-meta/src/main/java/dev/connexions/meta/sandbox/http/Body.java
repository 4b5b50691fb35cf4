package dev.connexions.meta.sandbox.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** What came behind the head of a call, as it was sent. */
public final class Body {

    public static final Body NONE = new Body(new byte[0]);

    private final byte[] bytes;

    /** @param bytes from now on nobody else's */
    public Body(byte[] bytes) {
        this.bytes = bytes;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public int length() {
        return bytes.length;
    }

    Body firstHalf() {
        return new Body(Arrays.copyOf(bytes, bytes.length / 2));
    }

    public String text() {
        return new String(bytes, UTF_8);
    }
}
