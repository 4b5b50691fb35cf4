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
import dev.connexions.domain.authorization.Candidate;
import dev.connexions.domain.authorization.Failure;
import dev.connexions.domain.authorization.Grant;
import dev.connexions.domain.connexion.Connexion;
import dev.connexions.domain.connexion.Connexion.Change;
import dev.connexions.domain.connexion.GrantId;
import dev.connexions.domain.connexion.Link;
import dev.connexions.domain.shared.Caller;
import dev.connexions.domain.shared.OneTimeSecret;
import dev.connexions.domain.shared.RequestId;
import dev.connexions.domain.token.RenewalPolicy;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * The end of the consent: uses up the state, then exchanges the code, then stores what it brought, each step committed
 * before the next. A crash in between leaves a session that its link opens again, and a connexion as it was.
 */
public final class CompleteAuthorization {

    private static final int ATTEMPTS = 3;

    /** What Meta's redirect carries. */
    public sealed interface Answer {
        record Consented(InstagramLogin.Code code) implements Answer {}

        /** {@code error=access_denied}, or any other error that Meta reports this way. */
        record Denied() implements Answer {}
    }

    /** @param browser what the browser that began brings back */
    public record Command(OneTimeSecret state, OneTimeSecret browser, Answer answer, RequestId request) {}

    public sealed interface Result {
        record Completed(AuthorizationSession session) implements Result {}

        record Failed(AuthorizationSession session, Failure failure) implements Result {}

        /** Unknown, altered, used, too old, or brought by another browser. Nothing was changed and Meta was not asked. */
        record StateInvalid() implements Result {}

        /** A newer session, or the erasure of the connexion, overtook this one. Nothing was changed. */
        record Overtaken() implements Result {}
    }

    private final Transactions transactions;
    private final AuthorizationSessions sessions;
    private final Connexions connexions;
    private final Grants grants;
    private final TokenVault vault;
    private final AuditTrail audit;
    private final InstagramLogin login;
    private final RenewalPolicy renewals;
    private final InstantSource clock;

    public CompleteAuthorization(
            Transactions transactions,
            AuthorizationSessions sessions,
            Connexions connexions,
            Grants grants,
            TokenVault vault,
            AuditTrail audit,
            InstagramLogin login,
            RenewalPolicy renewals,
            InstantSource clock) {
        this.transactions = transactions;
        this.sessions = sessions;
        this.connexions = connexions;
        this.grants = grants;
        this.vault = vault;
        this.audit = audit;
        this.login = login;
        this.renewals = renewals;
        this.clock = clock;
    }

    public Result handle(Command command) {
        var across = Caller.Job.across(BeginConsent.JOB, command.request());
        var where = transactions.in(
                across, tx -> sessions.byState(tx, command.state().digest()));
        if (where.isEmpty()) {
            return new Result.StateInvalid();
        }
        var job = across.within(where.get().organisation());
        var back = transactions.in(job, tx -> comeBack(tx, where.get(), command));
        if (back.isEmpty()) {
            return new Result.StateInvalid();
        }
        var outcome = switch (command.answer()) {
            case Answer.Denied denied -> new Brought.Nothing(Failure.DENIED);
            case Answer.Consented(var code) ->
                switch (login.exchange(back.get().product(), code)) {
                    case Exchange.Consented consented -> prove(back.get(), consented);
                    case Exchange.CodeRejected rejected -> new Brought.Nothing(Failure.CODE_REJECTED);
                    case Exchange.PermissionMissing missing -> new Brought.Nothing(Failure.PERMISSION_MISSING);
                    case Exchange.Unavailable unavailable -> new Brought.Nothing(Failure.UPSTREAM_UNAVAILABLE);
                };
        };
        return settle(job, back.get(), outcome);
    }

    /** What the trip brought. */
    private sealed interface Brought {
        record Something(Exchange.Consented consented, Proof.Usable proved) implements Brought {}

        record Nothing(Failure failure) implements Brought {}
    }

    private Brought prove(AuthorizationSession session, Exchange.Consented consented) {
        for (var candidate : consented.candidates()) {
            if (candidate instanceof Candidate.Eligible(var account, var page)) {
                return switch (login.prove(session.product(), consented.token(), account)) {
                    case Proof.Usable usable -> new Brought.Something(consented, usable);
                    case Proof.Unusable(var why) ->
                        new Brought.Nothing(
                                switch (why) {
                                    case TASK_MISSING, SCOPE_MISSING -> Failure.PERMISSION_MISSING;
                                    case PERSONAL, NOT_LINKED, PAGE_NOT_GRANTED, ALREADY_LINKED ->
                                        Failure.NO_PROFESSIONAL_ACCOUNT;
                                });
                    case Proof.ConsentRefused refused -> new Brought.Nothing(Failure.UPSTREAM_UNAVAILABLE);
                    case Proof.Unavailable unavailable -> new Brought.Nothing(Failure.UPSTREAM_UNAVAILABLE);
                };
            }
        }
        return new Brought.Nothing(Failure.NO_PROFESSIONAL_ACCOUNT);
    }

    private Optional<AuthorizationSession> comeBack(Tx tx, AuthorizationSessions.Whereabouts where, Command command) {
        return sessions.lock(tx, where.id())
                .flatMap(session -> session.comeBack(command.state(), command.browser(), clock.instant()))
                .map(session -> {
                    sessions.save(tx, session);
                    return session;
                });
    }

    private Result settle(Caller.Job job, AuthorizationSession back, Brought brought) {
        for (var attempt = 1; ; attempt++) {
            try {
                return transactions.in(job, tx -> settle(tx, back, brought));
            } catch (StaleException raced) {
                // nothing was written and the code is used up: looking again at what won the race is all that is left
                if (attempt == ATTEMPTS) {
                    throw raced;
                }
            }
        }
    }

    private Result settle(Tx tx, AuthorizationSession back, Brought brought) {
        var now = clock.instant();
        // the connexion before its session, as everybody locks them: an erasure goes on from one to the other
        var connexion = connexions.lock(tx, back.connexion()).orElse(null);
        var session = sessions.lock(tx, back.id())
                .filter(stored -> stored.progress().equals(back.progress()))
                .orElse(null);
        if (connexion == null || session == null) {
            return new Result.Overtaken();
        }
        return switch (brought) {
            case Brought.Nothing(var failure) -> fail(tx, session, failure, now);
            case Brought.Something something -> connect(tx, session, connexion, something, now);
        };
    }

    private Result connect(
            Tx tx, AuthorizationSession session, Connexion connexion, Brought.Something brought, Instant now) {
        var granted = brought.consented();
        var proved = brought.proved();
        var holder = connexions.holderOf(tx, proved.account().id());
        if (holder.isPresent() && !holder.get().equals(connexion.id())) {
            return fail(tx, session, Failure.ALREADY_LINKED, now);
        }
        var grant = grants.of(tx, session.product(), granted.metaUserId())
                .map(known -> known.renewed(session.requested(), granted.granted(), now))
                .orElseGet(() -> new Grant(
                        GrantId.random(),
                        session.organisation(),
                        session.product(),
                        granted.metaUserId(),
                        session.requested(),
                        granted.granted(),
                        now,
                        now));
        var link = new Link(
                session.product(),
                proved.account(),
                grant.id(),
                session.requested(),
                granted.granted(),
                proved.lease());
        return switch (connexion.connect(link, session.startedBy(), renewals, now)) {
            case Change.Refused(var why) ->
                fail(
                        tx,
                        session,
                        switch (why) {
                            case WRONG_ACCOUNT -> Failure.WRONG_ACCOUNT;
                            case ILLEGAL_TRANSITION ->
                                throw new IllegalStateException(
                                        "a consent heals every state, but not " + connexion.id());
                        },
                        now);
            case Change.Accepted(var next, var events) -> {
                grants.save(tx, grant);
                connexions.save(tx, next);
                vault.store(tx, next.id(), proved.token());
                var completed = session.complete(proved.account().username(), now);
                sessions.save(tx, completed);
                audit.append(tx, events);
                yield new Result.Completed(completed);
            }
        };
    }

    private Result fail(Tx tx, AuthorizationSession session, Failure failure, Instant now) {
        var failed = session.fail(failure, now);
        sessions.save(tx, failed);
        audit.append(tx, List.of(failed.failed(failure, now)));
        return new Result.Failed(failed, failure);
    }
}
