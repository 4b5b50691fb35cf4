package dev.connexions.meta.sandbox.publishing;

/**
 * A film that comes in pieces.
 *
 * @param expected how long the whole is; 0 until the first piece says so
 * @param head the beginning, as far as it is needed to tell what it is, in base64
 */
public record Upload(long expected, long received, String head) {

    static final int HEAD = 1 << 20;

    static Upload awaited() {
        return new Upload(0, 0, "");
    }

    public boolean isComplete() {
        return expected > 0 && received == expected;
    }

    public boolean isBegun() {
        return expected > 0;
    }
}
