package dev.connexions.db.shared;

import java.io.Serial;
import java.sql.SQLException;

/** Carries a failure of the driver to {@link Failures}, which says what it means. */
final class UncheckedSqlException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    UncheckedSqlException(SQLException failure) {
        super(failure.getMessage(), failure);
    }
}
