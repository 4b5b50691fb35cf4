package dev.connexions.application.authorization;

import dev.connexions.application.authorization.InstagramLogin.Exchange;
import dev.connexions.application.shared.Transactions;
import dev.connexions.application.shared.Tx;
import dev.connexions.domain.authorization.AuthorizationSession;
import dev.connexions.domain.authorization.Failure;
import dev.connexions.domain.shared.Caller;
import dev.connexions.domain.shared.OneTimeSecret;
import dev.connexions.domain.shared.RequestId;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The end of the consent: uses up the state, then exchanges the code, then goes on with what it brought. A crash before
 * that is kept leaves a session that its link opens again, and a connexion as it was.
 */
public final class CompleteAuthorization {

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

        /** Several accounts can be connected; this browser, or the platform, chooses. */
        record AwaitingChoice(AuthorizationSession session) implements Result {}

        /** Unknown, altered, used, too old, or brought by another browser. Nothing was changed and Meta was not asked. */
        record StateInvalid() implements Result {}

        /** A newer session, or the erasure of the connexion, overtook this one. Nothing was changed. */
        record Overtaken() implements Result {}
    }

    private final Transactions transactions;
    private final AuthorizationSessions sessions;
    private final Connecting connecting;
    private final InstagramLogin login;
    private final InstantSource clock;

    public CompleteAuthorization(
            Transactions transactions,
            AuthorizationSessions sessions,
            Connecting connecting,
            InstagramLogin login,
            InstantSource clock) {
        this.transactions = transactions;
        this.sessions = sessions;
        this.connecting = connecting;
        this.login = login;
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
        return switch (goOn(job, back.get(), command.answer())) {
            case Connecting.Outcome.Completed(var session) -> new Result.Completed(session);
            case Connecting.Outcome.Failed(var session, var failure) -> new Result.Failed(session, failure);
            case Connecting.Outcome.AwaitingChoice(var session) -> new Result.AwaitingChoice(session);
            case Connecting.Outcome.Unproved(var session) -> new Result.AwaitingChoice(session);
            case Connecting.Outcome.Overtaken overtaken -> new Result.Overtaken();
        };
    }

    private Connecting.Outcome goOn(Caller.Job job, AuthorizationSession back, Answer answer) {
        return switch (answer) {
            case Answer.Denied denied -> connecting.failed(job, back, Failure.DENIED);
            case Answer.Consented(var code) ->
                switch (login.exchange(back.product(), code)) {
                    case Exchange.Consented consented -> connecting.consented(job, back, consented);
                    case Exchange.CodeRejected rejected -> connecting.failed(job, back, Failure.CODE_REJECTED);
                    case Exchange.PermissionMissing missing -> connecting.failed(job, back, Failure.PERMISSION_MISSING);
                    case Exchange.Unavailable unavailable -> connecting.failed(job, back, Failure.UPSTREAM_UNAVAILABLE);
                };
        };
    }

    private Optional<AuthorizationSession> comeBack(Tx tx, AuthorizationSessions.Whereabouts where, Command command) {
        return sessions.lock(tx, where.id())
                .flatMap(session -> session.comeBack(command.state(), command.browser(), clock.instant()))
                .map(session -> {
                    sessions.save(tx, session);
                    return session;
                });
    }
}
