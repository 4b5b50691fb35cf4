package dev.connexions.web.identity;

/** The key set cannot be had, and there is none left from before that may still be used. */
final class KeysUnavailableException extends RuntimeException {

    KeysUnavailableException(Throwable cause) {
        super("the key set cannot be had", cause);
    }
}
