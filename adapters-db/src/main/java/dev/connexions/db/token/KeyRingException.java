package dev.connexions.db.token;

/** The key ring cannot be used. The message is one sentence for the operator and names no secret. */
public final class KeyRingException extends RuntimeException {

    KeyRingException(String message) {
        super(message);
    }

    KeyRingException(String message, Throwable cause) {
        super(message, cause);
    }
}
