package dev.connexions.db.shared;

import dev.connexions.application.shared.DatabaseUnavailableException;
import dev.connexions.application.shared.StaleException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;

/** What a failure of the database means to those who know nothing of databases. */
final class Failures {

    /** Constraints that say: somebody else was first, or what it hangs on is gone. */
    private static final Set<String> RACES = Set.of(
            "connexion_state_pkey",
            "connexion_state_key_key",
            "connexion_state_account_key",
            "connexion_state_connexion_fkey",
            "connexion_state_grant_fkey",
            "grants_person_key",
            "authorization_session_pkey",
            "authorization_session_connexion_fkey",
            "audit_entry_sequence_key",
            "quota_reservation_connexion_fkey");

    private static final Set<String> CONSTRAINT_STATES = Set.of("23503", "23505");

    /** Serialisation failure, deadlock. */
    private static final Set<String> RACE_STATES = Set.of("40001", "40P01");

    /** Connection lost, resources gone; of the operator's interventions and the rest, single ones. */
    private static final Set<String> OUTAGE_CLASSES = Set.of("08", "53", "58");

    /** Read-only, lock or statement timed out, shutting down, crashed, starting, idle too long in a transaction. */
    private static final Set<String> OUTAGE_STATES =
            Set.of("25006", "55P03", "57014", "57P01", "57P02", "57P03", "57P05", "25P03");

    private Failures() {}

    static RuntimeException translate(RuntimeException failure) {
        if (failure instanceof StaleException || failure instanceof DatabaseUnavailableException) {
            return failure;
        }
        return find(failure, DatabaseUnavailableException.class)
                .<RuntimeException>map(outage -> outage)
                .or(() -> find(failure, SQLException.class).flatMap(sql -> meaning(sql, failure)))
                .orElse(failure);
    }

    private static Optional<RuntimeException> meaning(SQLException sql, RuntimeException failure) {
        var state = sql.getSQLState() == null ? "" : sql.getSQLState();
        var constraint = constraint(sql);
        if (CONSTRAINT_STATES.contains(state) && constraint != null && RACES.contains(constraint)) {
            return Optional.of(new StaleException("somebody else was first: " + constraint, failure));
        }
        if (RACE_STATES.contains(state)) {
            return Optional.of(new StaleException("somebody else was first: " + state, failure));
        }
        if (OUTAGE_STATES.contains(state) || OUTAGE_CLASSES.stream().anyMatch(state::startsWith)) {
            return Optional.of(new DatabaseUnavailableException("the database does not answer: " + state, failure));
        }
        return Optional.empty();
    }

    private static @Nullable String constraint(SQLException sql) {
        return sql instanceof PSQLException failure && failure.getServerErrorMessage() != null
                ? failure.getServerErrorMessage().getConstraint()
                : null;
    }

    private static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> type) {
        return Stream.iterate(failure, each -> each != null, Throwable::getCause)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }
}
