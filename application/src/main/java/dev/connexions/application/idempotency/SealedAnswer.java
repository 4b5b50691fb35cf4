package dev.connexions.application.idempotency;

/**
 * An answer that only whoever sealed it can open.
 *
 * @param base64 so that two of them can be compared
 */
public record SealedAnswer(String base64) {

    @Override
    public String toString() {
        return "***";
    }
}
