package dev.connexions.db.schema;

/** The database could not be prepared. The message is for the operator and says what to mend. */
public final class MigrationException extends RuntimeException {

    MigrationException(String message) {
        super(message);
    }

    MigrationException(String message, Throwable cause) {
        super(message, cause);
    }
}
