package dev.connexions.domain.connexion;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The health of a connexion; each state carries what it needs and nothing else. */
public sealed interface State {

    /** Created, nobody has consented yet. */
    record Pending() implements State {}

    /** The token was proved against this account. */
    record Active(Link link) implements State {}

    /** Meta asks to wait. */
    record Throttled(Link link, Cause cause, @Nullable Instant until) implements State {}

    /** Repeated failures that are not about authorisation. */
    record Failing(@Nullable Link link, Cause cause) implements State {}

    /** The token's expiry passed. */
    record Expired(@Nullable Link link, Cause cause) implements State {}

    /** Meta no longer accepts the token, a needed permission is gone, or the account is under checkpoint. */
    record ReauthorizationRequired(@Nullable Link link, Cause cause) implements State {}

    /** The person removed the app; the token is destroyed. */
    record Revoked(@Nullable Link link, Cause cause) implements State {}

    /** The stored row cannot be read as a connexion. Shown as an error, healed by connecting anew. */
    record Unreadable(@Nullable Link link, Cause cause) implements State {}

    default Status status() {
        return switch (this) {
            case Pending p -> Status.PENDING;
            case Active a -> Status.ACTIVE;
            case Throttled t -> Status.THROTTLED;
            case Failing f -> Status.ERROR;
            case Expired e -> Status.EXPIRED;
            case ReauthorizationRequired r -> Status.REAUTHORIZATION_REQUIRED;
            case Revoked r -> Status.REVOKED;
            case Unreadable u -> Status.ERROR;
        };
    }

    default Optional<Link> linked() {
        return switch (this) {
            case Pending p -> Optional.empty();
            case Active a -> Optional.of(a.link());
            case Throttled t -> Optional.of(t.link());
            case Failing f -> Optional.ofNullable(f.link());
            case Expired e -> Optional.ofNullable(e.link());
            case ReauthorizationRequired r -> Optional.ofNullable(r.link());
            case Revoked r -> Optional.ofNullable(r.link());
            case Unreadable u -> Optional.ofNullable(u.link());
        };
    }

    default Optional<Cause> why() {
        return switch (this) {
            case Pending p -> Optional.empty();
            case Active a -> Optional.empty();
            case Throttled t -> Optional.of(t.cause());
            case Failing f -> Optional.of(f.cause());
            case Expired e -> Optional.of(e.cause());
            case ReauthorizationRequired r -> Optional.of(r.cause());
            case Revoked r -> Optional.of(r.cause());
            case Unreadable u -> Optional.of(u.cause());
        };
    }
}
