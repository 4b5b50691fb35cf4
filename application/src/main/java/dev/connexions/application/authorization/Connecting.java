package dev.connexions.application.authorization;

import dev.connexions.application.audit.AuditTrail;
import dev.connexions.application.authorization.InstagramLogin.Exchange;
import dev.connexions.application.authorization.InstagramLogin.Proof;
import dev.connexions.application.connexion.Connexions;
import dev.connexions.application.shared.StaleException;
import dev.connexions.application.shared.Transactions;
import dev.connexions.application.shared.Tx;
import dev.connexions.application.token.TokenVault;
import dev.connexions.domain.authorization.AuthorizationSession;
import dev.connexions.domain.authorization.AuthorizationSession.Progress;
import dev.connexions.domain.authorization.Candidate;
import dev.connexions.domain.authorization.Consent;
import dev.connexions.domain.authorization.Failure;
import dev.connexions.domain.authorization.Obstacle;
import dev.connexions.domain.connexion.Account;
import dev.connexions.domain.connexion.AccountId;
import dev.connexions.domain.connexion.Connexion;
import dev.connexions.domain.connexion.Connexion.Change;
import dev.connexions.domain.connexion.Link;
import dev.connexions.domain.shared.Caller;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * From what a consent brought to a connexion that works: kept, proved, connected; each step committed before the next, and
 * nothing open while Meta is asked. Whoever is killed in between leaves a session that is taken up again.
 */
public final class Connecting {

    private static final int ATTEMPTS = 3;

    sealed interface Outcome {
        record Completed(AuthorizationSession session) implements Outcome {}

        record Failed(AuthorizationSession session, Failure failure) implements Outcome {}

        record AwaitingChoice(AuthorizationSession session) implements Outcome {}

        /** Meta gave no answer to rely on; the choice can be made again. */
        record Unproved(AuthorizationSession session) implements Outcome {}

        /** A newer session, the erasure of the connexion, or whoever took the proof up again was faster. */
        record Overtaken() implements Outcome {}
    }

    private static final Outcome OVERTAKEN = new Outcome.Overtaken();

    private final Transactions transactions;
    private final AuthorizationSessions sessions;
    private final Connexions connexions;
    private final ConsentTokens consents;
    private final Links links;
    private final Revocations revocations;
    private final AuditTrail audit;
    private final InstagramLogin login;
    private final InstantSource clock;

    public Connecting(
            Transactions transactions,
            AuthorizationSessions sessions,
            Connexions connexions,
            ConsentTokens consents,
            Links links,
            Revocations revocations,
            AuditTrail audit,
            InstagramLogin login,
            InstantSource clock) {
        this.transactions = transactions;
        this.sessions = sessions;
        this.connexions = connexions;
        this.consents = consents;
        this.links = links;
        this.revocations = revocations;
        this.audit = audit;
        this.login = login;
        this.clock = clock;
    }

    /** @param back the session, in which a code was being exchanged */
    Outcome consented(Caller caller, AuthorizationSession back, Exchange.Consented brought) {
        var kept = inTurn(caller, back, (place, now) -> keep(place, brought, now));
        if (kept.isEmpty()) {
            forsake(caller, back, brought.metaUserId());
            return OVERTAKEN;
        }
        return switch (kept.get()) {
            case Kept.Over(var outcome) -> outcome;
            case Kept.ToProve(var session) -> prove(caller, session, brought.token());
        };
    }

    /** Whoever erased the connexion meanwhile could not know of this consent. */
    private void forsake(Caller caller, AuthorizationSession back, String metaUserId) {
        transactions.<@Nullable Void>in(caller, tx -> {
            if (!connexions.has(tx, back.connexion())) {
                revocations.add(tx, back.revocation(metaUserId, clock.instant()));
            }
            return null;
        });
    }

    /** @param left the session as it was left, whatever was under way in it */
    Outcome failed(Caller caller, AuthorizationSession left, Failure failure) {
        return inTurn(caller, left, (place, now) -> fail(place, place.session().fail(failure, now), now))
                .orElse(OVERTAKEN);
    }

    /** @param proving the session, in which an account is being proved */
    Outcome prove(Caller caller, AuthorizationSession proving, ConsentToken token) {
        if (!(proving.progress() instanceof Progress.Proving progress)) {
            throw new IllegalStateException("nothing to prove in a session that is " + proving.progress());
        }
        var proof = login.prove(proving.product(), token, account(progress));
        return inTurn(caller, proving, (place, now) -> settle(place, progress, token, proof, now))
                .orElse(OVERTAKEN);
    }

    /** The token that a session keeps, and how long it is good for. */
    Optional<ConsentToken> tokenOf(Tx tx, AuthorizationSession session) {
        return session.progress() instanceof Progress.Proving proving
                        && consents.of(tx, session.id()) instanceof TokenVault.Opened.Token(var token)
                ? Optional.of(new ConsentToken(token, proving.consent().lease()))
                : Optional.empty();
    }

    /** Where a step is taken: the connexion and its session, locked and as they were left. */
    private record Place(Tx tx, Connexion connexion, AuthorizationSession session) {}

    private sealed interface Kept {
        record Over(Outcome outcome) implements Kept {}

        record ToProve(AuthorizationSession session) implements Kept {}
    }

    /** Empty when somebody else was faster. */
    private <T> Optional<T> inTurn(Caller caller, AuthorizationSession left, BiFunction<Place, Instant, T> step) {
        for (var attempt = 1; ; attempt++) {
            try {
                return transactions.in(caller, tx -> {
                    // the connexion before its session, as everybody locks them: an erasure goes on from one to the
                    // other
                    var connexion = connexions.lock(tx, left.connexion());
                    return sessions.lock(tx, left.id())
                            .filter(stored -> stored.progress().equals(left.progress()))
                            .flatMap(session -> connexion.map(own -> new Place(tx, own, session)))
                            .map(place -> step.apply(place, clock.instant()));
                });
            } catch (StaleException raced) {
                // nothing was written and the code is used up: looking again at what won the race is all that is left
                if (attempt == ATTEMPTS) {
                    throw raced;
                }
            }
        }
    }

    private Kept keep(Place place, Exchange.Consented brought, Instant now) {
        var consent = new Consent(
                brought.metaUserId(), brought.granted(), brought.token().lease(), brought.candidates());
        var shown = consent.candidates().stream()
                .flatMap(candidate -> candidate.id().stream())
                .collect(Collectors.toSet());
        var held = connexions.holdersOf(place.tx(), shown).entrySet().stream()
                .filter(holder -> !holder.getValue().equals(place.connexion().id()))
                .map(holder -> holder.getKey())
                .collect(Collectors.toSet());
        var next = place.session().consented(consent, known(place.connexion()).orElse(null), held, now);
        return switch (next.progress()) {
            case Progress.Failed(var at, var failure, var candidates) -> new Kept.Over(fail(place, next, now));
            case Progress.AwaitingChoice awaiting -> {
                keep(place.tx(), next, brought.token());
                yield new Kept.Over(new Outcome.AwaitingChoice(next));
            }
            case Progress.Proving proving -> {
                keep(place.tx(), next, brought.token());
                yield new Kept.ToProve(next);
            }
            case Progress.Waiting w -> throw unexpected(next);
            case Progress.Consenting c -> throw unexpected(next);
            case Progress.Exchanging e -> throw unexpected(next);
            case Progress.Completed c -> throw unexpected(next);
            case Progress.Superseded s -> throw unexpected(next);
            case Progress.Lapsed l -> throw unexpected(next);
        };
    }

    private void keep(Tx tx, AuthorizationSession session, ConsentToken token) {
        sessions.save(tx, session);
        consents.keep(tx, session.id(), token.token());
    }

    private Outcome settle(Place place, Progress.Proving proving, ConsentToken token, Proof proof, Instant now) {
        var session = place.session();
        return switch (proof) {
            case Proof.Usable usable -> connect(place, proving.consent(), token, usable, now);
            case Proof.Unusable(var why) -> {
                var shown = proving.consent().hindered(proving.account(), why).candidates();
                yield fail(place, session.fail(why.failure(), shown, now), now);
            }
            case Proof.ConsentRefused refused -> fail(place, session.fail(Failure.CONSENT_WITHDRAWN, now), now);
            case Proof.Unavailable unavailable -> unproved(place, now);
        };
    }

    private Outcome unproved(Place place, Instant now) {
        var next = place.session().unproved(now);
        if (next.progress() instanceof Progress.Failed) {
            return fail(place, next, now);
        }
        sessions.save(place.tx(), next);
        return new Outcome.Unproved(next);
    }

    private Outcome connect(Place place, Consent consent, ConsentToken token, Proof.Usable proved, Instant now) {
        var tx = place.tx();
        var session = place.session();
        var connexion = place.connexion();
        var account = proved.account();
        var holder = connexions.holderOf(tx, account.id());
        if (holder.isPresent() && !holder.get().equals(connexion.id())) {
            var shown = consent.hindered(account.id(), Obstacle.ALREADY_LINKED).candidates();
            return fail(place, session.fail(Failure.ALREADY_LINKED, shown, now), now);
        }
        return switch (links.consented(tx, connexion, session, consent, token, proved, now)) {
            case Change.Refused(var why) ->
                switch (why) {
                    case WRONG_ACCOUNT -> fail(place, session.fail(Failure.WRONG_ACCOUNT, now), now);
                    case ILLEGAL_TRANSITION ->
                        throw new IllegalStateException("a consent heals every state, but not " + connexion.id());
                };
            case Change.Accepted accepted -> {
                var completed = session.complete(account.username(), now);
                sessions.save(tx, completed);
                yield new Outcome.Completed(completed);
            }
        };
    }

    private Outcome fail(Place place, AuthorizationSession session, Instant now) {
        if (!(session.progress() instanceof Progress.Failed failed)) {
            throw new IllegalStateException("a session that is " + session.progress() + " has not failed");
        }
        sessions.save(place.tx(), session);
        audit.append(place.tx(), List.of(session.failed(failed.failure(), now)));
        return new Outcome.Failed(session, failed.failure());
    }

    private static Optional<AccountId> known(Connexion connexion) {
        return connexion.state().linked().map(Link::account).map(Account::id);
    }

    private static Account account(Progress.Proving proving) {
        return proving.consent()
                .of(proving.account())
                .filter(Candidate.Eligible.class::isInstance)
                .map(candidate -> ((Candidate.Eligible) candidate).account())
                .orElseThrow(() -> new IllegalStateException("what is proved is not eligible"));
    }

    private static IllegalStateException unexpected(AuthorizationSession session) {
        return new IllegalStateException("a consent does not make a session " + session.progress());
    }
}
