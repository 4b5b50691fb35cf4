package dev.connexions.db.connexion;

import dev.connexions.domain.connexion.Cause;
import dev.connexions.domain.connexion.Cause.Evidence;
import dev.connexions.domain.connexion.Link;
import dev.connexions.domain.connexion.State;
import dev.connexions.domain.connexion.Status;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The columns that spell a connexion's state; {@code connexion_state_status_check} forbids other combinations beside the
 * platform's table, nothing forbids them in it.
 *
 * @param status absent for what cannot be read, and so must not be written
 * @param link absent as well where the row does not name an account
 */
record StateColumns(
        @Nullable String status,
        Token token,
        @Nullable Link link,
        @Nullable String reason,
        @Nullable Evidence evidence,
        @Nullable Instant throttledUntil) {

    static final String PENDING = "en_attente";
    static final String ACTIVE = "active";
    static final String THROTTLED = "limitee";
    static final String FAILING = "erreur";
    static final String EXPIRED = "expiree";
    static final String REAUTHORIZATION_REQUIRED = "a_reautoriser";
    static final String REVOKED = "revoquee";

    /** Of the token's column only this much is known here. */
    enum Token {
        NONE,
        OPENS,
        /** Stored, but no key of the ring opens it. */
        SHUT
    }

    static StateColumns of(State state) {
        return switch (state) {
            case State.Pending pending -> new StateColumns(PENDING, Token.OPENS, null, null, null, null);
            case State.Active(var link) -> new StateColumns(ACTIVE, Token.OPENS, link, null, null, null);
            case State.Throttled(var link, var cause, var until) -> of(THROTTLED, Token.OPENS, link, cause, until);
            case State.Failing(var link, var cause) -> of(FAILING, Token.OPENS, link, cause, null);
            case State.Expired(var link, var cause) -> of(EXPIRED, Token.OPENS, link, cause, null);
            case State.ReauthorizationRequired(var link, var cause) ->
                of(REAUTHORIZATION_REQUIRED, Token.OPENS, link, cause, null);
            case State.Revoked(var link, var cause) -> of(REVOKED, Token.NONE, link, cause, null);
            case State.Unreadable(var link, var cause) -> of(null, Token.SHUT, link, cause, null);
        };
    }

    static State state(StateColumns columns) {
        return switch (columns.status) {
            case PENDING -> new State.Pending();
            case ACTIVE -> columns.withToken(State.Active::new);
            case THROTTLED ->
                columns.withToken(link -> new State.Throttled(link, columns.cause(), columns.throttledUntil));
            case FAILING -> new State.Failing(columns.link, columns.cause());
            case EXPIRED -> new State.Expired(columns.link, columns.cause());
            case REAUTHORIZATION_REQUIRED -> new State.ReauthorizationRequired(columns.link, columns.cause());
            case REVOKED -> new State.Revoked(columns.link, columns.cause());
            case null, default -> columns.unreadable(Cause.ROW_UNREADABLE);
        };
    }

    static String column(Status status) {
        return switch (status) {
            case PENDING -> PENDING;
            case ACTIVE -> ACTIVE;
            case THROTTLED -> THROTTLED;
            case ERROR -> FAILING;
            case EXPIRED -> EXPIRED;
            case REAUTHORIZATION_REQUIRED -> REAUTHORIZATION_REQUIRED;
            case REVOKED -> REVOKED;
        };
    }

    private static StateColumns of(
            @Nullable String status, Token token, @Nullable Link link, Cause cause, @Nullable Instant until) {
        return new StateColumns(status, token, link, cause.reason(), cause.evidence(), until);
    }

    private State withToken(Function<Link, State> healthy) {
        return switch (token) {
            case NONE -> unreadable(Cause.TOKEN_MISSING);
            case SHUT -> unreadable(Cause.TOKEN_UNREADABLE);
            case OPENS -> link == null ? unreadable(Cause.ROW_UNREADABLE) : healthy.apply(link);
        };
    }

    private State unreadable(String reason) {
        return new State.Unreadable(link, Cause.of(reason));
    }

    private Cause cause() {
        return reason == null ? Cause.of(Cause.UNKNOWN) : new Cause(reason, evidence);
    }
}
