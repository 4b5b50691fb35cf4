package dev.connexions.application.shared;

/**
 * The database cannot be asked right now: down, restarting, full, read-only, or too busy to answer in time. Trying again
 * later is worth it. Work that failed while it was being committed may have been done all the same.
 */
public final class DatabaseUnavailableException extends RuntimeException {

    public DatabaseUnavailableException(String what, Throwable cause) {
        super(what, cause);
    }
}
