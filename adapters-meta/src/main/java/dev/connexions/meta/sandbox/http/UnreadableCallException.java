package dev.connexions.meta.sandbox.http;

/** A call that cannot even be understood. */
public final class UnreadableCallException extends RuntimeException {

    public UnreadableCallException(String what) {
        super(what);
    }
}
