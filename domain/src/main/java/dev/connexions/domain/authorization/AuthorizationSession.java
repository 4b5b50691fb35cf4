package dev.connexions.domain.authorization;

import dev.connexions.domain.connexion.AccountId;
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
import java.util.Set;
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
        record Exchanging(Instant since, Digest browser) implements Progress {}

        /** The consent shows several accounts; one of them is to be chosen, in this browser or by the platform. */
        record AwaitingChoice(Instant since, Digest browser, Consent consent) implements Progress {}

        /**
         * The account is being proved. Left behind by a crash, the proof is taken up again.
         *
         * @param chosen whether there was a choice, to which a proof that brought no answer leads back
         */
        record Proving(Instant since, Digest browser, Consent consent, AccountId account, boolean chosen)
                implements Progress {}

        /** @param username the account that was connected, for the person to check */
        record Completed(Instant at, @Nullable String username) implements Progress {}

        /** @param candidates what the consent showed, with the reasons; empty where it did not come to that */
        record Failed(Instant at, Failure failure, List<Candidate> candidates) implements Progress {

            public Failed {
                candidates = List.copyOf(candidates);
            }
        }

        /** A newer session for the same connexion took its place. */
        record Superseded(Instant at) implements Progress {}

        /** Nobody finished it in time, which was noticed; what it had kept is gone. */
        record Lapsed(Instant at) implements Progress {}
    }

    /** How the API names a session's progress. */
    public enum Status {
        PENDING,
        AWAITING_CHOICE,
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
            case Progress.Lapsed l -> Status.EXPIRED;
            case Progress.Waiting w -> untilExpiry(Status.PENDING, now);
            case Progress.Consenting c -> untilExpiry(Status.PENDING, now);
            case Progress.Exchanging e -> untilExpiry(Status.PENDING, now);
            case Progress.AwaitingChoice a -> untilExpiry(Status.AWAITING_CHOICE, now);
            case Progress.Proving p -> untilExpiry(Status.PENDING, now);
        };
    }

    /** Whether it could still bring something. */
    public boolean openAt(Instant now) {
        return switch (statusAt(now)) {
            case PENDING, AWAITING_CHOICE -> true;
            case COMPLETED, FAILED, SUPERSEDED, EXPIRED -> false;
        };
    }

    /** Empty when the trip is over, or its link too old. Whoever opens it once more begins anew. */
    public Optional<AuthorizationSession> open(OneTimeSecret state, OneTimeSecret browser, Instant now) {
        return openAt(now)
                ? Optional.of(with(new Progress.Consenting(state.digest(), browser.digest(), now.plus(STATE_LIFETIME))))
                : Optional.empty();
    }

    /** Uses up the state. Empty when it is another one, too old, already used, or this is another browser. */
    public Optional<AuthorizationSession> comeBack(OneTimeSecret state, OneTimeSecret browser, Instant now) {
        return progress instanceof Progress.Consenting(var expected, var opener, var until)
                        && expected.equals(state.digest())
                        && opener.equals(browser.digest())
                        && now.isBefore(until)
                ? Optional.of(with(new Progress.Exchanging(now, opener)))
                : Optional.empty();
    }

    /**
     * What follows from what the consent brought: the one account it can be is proved, of several one has to be chosen.
     *
     * @param known the account that the connexion has been connected with, if any: no other will do, and nobody is asked
     * @param held the accounts that other connexions of the organisation hold
     * @throws IllegalStateException when no code was being exchanged
     */
    public AuthorizationSession consented(
            Consent brought, @Nullable AccountId known, Set<AccountId> held, Instant now) {
        if (!(progress instanceof Progress.Exchanging(var since, var browser))) {
            throw new IllegalStateException("a consent for a session that is " + progress);
        }
        var consent = brought.without(held);
        if (known != null) {
            return consent.of(known)
                    .map(own -> switch (own) {
                        case Candidate.Eligible eligible ->
                            with(new Progress.Proving(now, browser, consent, known, false));
                        case Candidate.Ineligible ineligible ->
                            fail(ineligible.obstacle().failure(), consent.candidates(), now);
                    })
                    .orElseGet(() -> fail(
                            consent.eligible().isEmpty() ? consent.failure() : Failure.WRONG_ACCOUNT,
                            consent.candidates(),
                            now));
        }
        var eligible = consent.eligible();
        return switch (eligible.size()) {
            case 0 -> fail(consent.failure(), consent.candidates(), now);
            case 1 ->
                with(new Progress.Proving(
                        now, browser, consent, eligible.getFirst().account().id(), false));
            default -> with(new Progress.AwaitingChoice(now, browser, consent));
        };
    }

    public sealed interface Choice {
        record Accepted(AuthorizationSession next) implements Choice {}

        /** The consent shows no such account, or one that cannot be connected: then {@code why} says so. */
        record NotOffered(@Nullable Obstacle why) implements Choice {}

        /** There is nothing to choose, no longer or not yet. */
        record NothingToChoose() implements Choice {}
    }

    public Choice choose(AccountId account, Instant now) {
        if (!(progress instanceof Progress.AwaitingChoice(var since, var browser, var consent))
                || statusAt(now) != Status.AWAITING_CHOICE) {
            return new Choice.NothingToChoose();
        }
        return consent.of(account)
                .<Choice>map(candidate -> switch (candidate) {
                    case Candidate.Eligible eligible ->
                        new Choice.Accepted(with(new Progress.Proving(now, browser, consent, account, true)));
                    case Candidate.Ineligible ineligible -> new Choice.NotOffered(ineligible.obstacle());
                })
                .orElseGet(() -> new Choice.NotOffered(null));
    }

    /** The proof brought no answer: where there was a choice it can be made again, else the trip is over. */
    public AuthorizationSession unproved(Instant now) {
        return progress instanceof Progress.Proving(var since, var browser, var consent, var account, var chosen)
                        && chosen
                ? with(new Progress.AwaitingChoice(now, browser, consent))
                : fail(Failure.UPSTREAM_UNAVAILABLE, now);
    }

    /** The proof is taken up again; whoever was at it before is overtaken. */
    public Optional<AuthorizationSession> resume(Instant now) {
        return progress instanceof Progress.Proving(var since, var browser, var consent, var account, var chosen)
                        && openAt(now)
                ? Optional.of(with(new Progress.Proving(now, browser, consent, account, chosen)))
                : Optional.empty();
    }

    /** Notices that its time is over. Empty for a trip that is over otherwise, or not yet. */
    public Optional<AuthorizationSession> lapse(Instant now) {
        return statusAt(now) == Status.EXPIRED && !(progress instanceof Progress.Lapsed)
                ? Optional.of(with(new Progress.Lapsed(now)))
                : Optional.empty();
    }

    /** What the person consented to, while something may still come of it. */
    public Optional<Consent> consent() {
        return switch (progress) {
            case Progress.AwaitingChoice awaiting -> Optional.of(awaiting.consent());
            case Progress.Proving proving -> Optional.of(proving.consent());
            case Progress.Failed f -> Optional.empty();
            case Progress.Waiting w -> Optional.empty();
            case Progress.Consenting c -> Optional.empty();
            case Progress.Exchanging e -> Optional.empty();
            case Progress.Completed c -> Optional.empty();
            case Progress.Superseded s -> Optional.empty();
            case Progress.Lapsed l -> Optional.empty();
        };
    }

    /** What the consent shows, as far as it is known. */
    public List<Candidate> candidates() {
        return progress instanceof Progress.Failed failed
                ? failed.candidates()
                : consent().map(Consent::candidates).orElse(List.of());
    }

    /** Its connexion is gone, and this person consented for nothing. */
    public Revocation revocation(String metaUserId, Instant now) {
        return new Revocation(organisation, connexion, product, metaUserId, now);
    }

    /** Whether it was begun in this browser and waits for a choice that may be made there. */
    public boolean isChosenBy(OneTimeSecret browser) {
        return progress instanceof Progress.AwaitingChoice awaiting
                && awaiting.browser().equals(browser.digest());
    }

    public AuthorizationSession complete(@Nullable String username, Instant now) {
        return with(new Progress.Completed(now, username));
    }

    public AuthorizationSession fail(Failure failure, Instant now) {
        return fail(failure, candidates(), now);
    }

    /** @param shown what the consent shows, with what is known of it now */
    public AuthorizationSession fail(Failure failure, List<Candidate> shown, Instant now) {
        return with(new Progress.Failed(now, failure, shown));
    }

    public SessionEvent failed(Failure failure, Instant now) {
        return new SessionEvent.Failed(id, connexion, organisation, now, failure, startedBy);
    }

    public AuthorizationSession supersede(Instant now) {
        return with(new Progress.Superseded(now));
    }

    private Status untilExpiry(Status status, Instant now) {
        return now.isBefore(expiresAt) ? status : Status.EXPIRED;
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
