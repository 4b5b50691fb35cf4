package dev.connexions.application.shared;

/** Somebody else saved it since it was read. Nothing was written; reading again and trying again is safe. */
public final class StaleException extends RuntimeException {

    public StaleException(String what) {
        super(what);
    }

    public StaleException(String what, Throwable cause) {
        super(what, cause);
    }
}
