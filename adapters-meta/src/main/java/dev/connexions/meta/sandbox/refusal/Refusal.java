package dev.connexions.meta.sandbox.refusal;

import org.jspecify.annotations.Nullable;

/** @param passing Meta's {@code is_transient}, on which nobody should rely */
public record Refusal(int status, int code, @Nullable Integer subcode, String message, boolean passing) {

    public static Refusal of(int code, @Nullable Integer subcode, String message) {
        return new Refusal(400, code, subcode, message, false);
    }

    public static Refusal invalid(String message) {
        return of(100, null, message);
    }

    public Refusal forNow() {
        return new Refusal(status, code, subcode, message, true);
    }

    public RefusedException thrown() {
        return new RefusedException(this);
    }
}
