package dev.connexions.domain.authorization;

import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.connexion.Scopes;
import dev.connexions.domain.shared.Digest;
import dev.connexions.domain.shared.OneTimeSecret;
import dev.connexions.domain.shared.OrganisationId;
import dev.connexions.domain.shared.UserId;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One trip through Meta's consent. Its link is good for 24 hours and may be opened again until it brought something;
 * each opening gives a new {@code state}, good for 10 minutes, for one use, and only in the browser that opened it.
 *
 * @param startedBy the user for whom the platform asked for it
 * @param version the store's, for the optimistic lock; 0 before it is stored
 */
public record AuthorizationSession(
        AuthorizationSessionId id,
        OrganisationId organisation,
        ConnexionId connexion,
        LoginProduct product,
        Scopes requested,
        @Nullable URI returnUrl,
        UserId startedBy,
        Instant startedAt,
        Instant expiresAt,
        Digest link,
        Progress progress,
        long version) {

    public static final Duration LINK_LIFETIME = Duration.ofHours(24);
    public static final Duration STATE_LIFETIME = Duration.ofMinutes(10);

    /** How far the trip got. */
    public sealed interface Progress {

        /** The link was handed out. */
        record Waiting() implements Progress {}

        /** A browser was sent to Meta with this state. */
        record Consenting(Digest state, Digest browser, Instant until) implements Progress {}

        /** The person came back; the code is being exchanged. Left behind by a crash, it can be opened again. */
        record Exchanging(Instant since) implements Progress {}

        /** @param username the account that was connected, for the person to check */
        record Completed(Instant at, @Nullable String username) implements Progress {}

        record Failed(Instant at, Failure failure) implements Progress {}

        /** A newer session for the same connexion took its place. */
        record Superseded(Instant at) implements Progress {}
    }

    /** How the API names a session's progress. */
    public enum Status {
        PENDING,
        COMPLETED,
        FAILED,
        SUPERSEDED,
        EXPIRED
    }

    public static AuthorizationSession start(
            AuthorizationSessionId id,
            OrganisationId organisation,
            ConnexionId connexion,
            LoginProduct product,
            Scopes requested,
            @Nullable URI returnUrl,
            UserId startedBy,
            OneTimeSecret link,
            Instant now) {
        return new AuthorizationSession(
                id,
                organisation,
                connexion,
                product,
                requested,
                returnUrl,
                startedBy,
                now,
                now.plus(LINK_LIFETIME),
                link.digest(),
                new Progress.Waiting(),
                0);
    }

    public List<SessionEvent> startedEvents() {
        return List.of(new SessionEvent.Started(id, connexion, organisation, startedAt, product));
    }

    public Status statusAt(Instant now) {
        return switch (progress) {
            case Progress.Completed c -> Status.COMPLETED;
            case Progress.Failed f -> Status.FAILED;
            case Progress.Superseded s -> Status.SUPERSEDED;
            case Progress.Waiting w -> pendingUntilExpiry(now);
            case Progress.Consenting c -> pendingUntilExpiry(now);
            case Progress.Exchanging e -> pendingUntilExpiry(now);
        };
    }

    /** Empty when the trip is over, or its link too old. */
    public Optional<AuthorizationSession> open(OneTimeSecret state, OneTimeSecret browser, Instant now) {
        return statusAt(now) == Status.PENDING
                ? Optional.of(with(new Progress.Consenting(state.digest(), browser.digest(), now.plus(STATE_LIFETIME))))
                : Optional.empty();
    }

    /** Uses up the state. Empty when it is another one, too old, already used, or this is another browser. */
    public Optional<AuthorizationSession> comeBack(OneTimeSecret state, OneTimeSecret browser, Instant now) {
        return progress instanceof Progress.Consenting(var expected, var opener, var until)
                        && expected.equals(state.digest())
                        && opener.equals(browser.digest())
                        && now.isBefore(until)
                ? Optional.of(with(new Progress.Exchanging(now)))
                : Optional.empty();
    }

    public AuthorizationSession complete(@Nullable String username, Instant now) {
        return with(new Progress.Completed(now, username));
    }

    public AuthorizationSession fail(Failure failure, Instant now) {
        return with(new Progress.Failed(now, failure));
    }

    public SessionEvent failed(Failure failure, Instant now) {
        return new SessionEvent.Failed(id, connexion, organisation, now, failure, startedBy);
    }

    public AuthorizationSession supersede(Instant now) {
        return with(new Progress.Superseded(now));
    }

    private Status pendingUntilExpiry(Instant now) {
        return now.isBefore(expiresAt) ? Status.PENDING : Status.EXPIRED;
    }

    private AuthorizationSession with(Progress next) {
        return new AuthorizationSession(
                id,
                organisation,
                connexion,
                product,
                requested,
                returnUrl,
                startedBy,
                startedAt,
                expiresAt,
                link,
                next,
                version);
    }
}
