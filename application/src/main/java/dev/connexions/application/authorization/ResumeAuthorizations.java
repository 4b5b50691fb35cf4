package dev.connexions.application.authorization;

import dev.connexions.application.authorization.AuthorizationSessions.Whereabouts;
import dev.connexions.application.shared.Batch;
import dev.connexions.application.shared.Transactions;
import dev.connexions.application.shared.Tx;
import dev.connexions.domain.authorization.AuthorizationSession;
import dev.connexions.domain.authorization.Failure;
import dev.connexions.domain.shared.Caller;
import dev.connexions.domain.shared.RequestId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** Takes up the proofs that somebody left behind, and destroys the tokens of sessions that nobody finished in time. */
public final class ResumeAuthorizations {

    /** How many of each kind a turn looks at at most. */
    public static final int BATCH = 20;

    /** Longer than whoever is alive takes for a proof. */
    private static final Duration GIVEN_UP = Duration.ofMinutes(1);

    private final Transactions transactions;
    private final AuthorizationSessions sessions;
    private final Connecting connecting;
    private final InstantSource clock;

    public ResumeAuthorizations(
            Transactions transactions, AuthorizationSessions sessions, Connecting connecting, InstantSource clock) {
        this.transactions = transactions;
        this.sessions = sessions;
        this.connecting = connecting;
        this.clock = clock;
    }

    /** How many it looked at. What goes wrong with one is thrown once all had their turn. */
    public int turn() {
        var across = Caller.Job.across("resume-authorizations", RequestId.random());
        var now = clock.instant();
        var overdue = transactions.in(across, tx -> sessions.overdue(tx, now, BATCH));
        var stalled = transactions.in(across, tx -> sessions.stalled(tx, now.minus(GIVEN_UP), BATCH));
        Batch.each(overdue, where -> lapse(across.within(where.organisation()), where));
        Batch.each(stalled, where -> resume(across.within(where.organisation()), where));
        return Math.max(overdue.size(), stalled.size());
    }

    private void lapse(Caller.Job job, Whereabouts where) {
        transactions.in(
                job,
                tx -> sessions.lock(tx, where.id())
                        .flatMap(it -> it.lapse(clock.instant()))
                        .map(lapsed -> save(tx, lapsed)));
    }

    /** What is locked here is the session alone: nothing of the connexion is read before its proof came. */
    private void resume(Caller.Job job, Whereabouts where) {
        var resumed = transactions
                .in(
                        job,
                        tx -> sessions.lock(tx, where.id())
                                .filter(this::isLeftBehind)
                                .flatMap(it -> it.resume(clock.instant()))
                                .map(it -> new Resumed(save(tx, it), connecting.tokenOf(tx, it))))
                .orElse(null);
        if (resumed == null) {
            return;
        }
        var token = resumed.token().orElse(null);
        if (token == null) {
            connecting.failed(job, resumed.session(), Failure.CONSENT_WITHDRAWN);
        } else {
            connecting.prove(job, resumed.session(), token);
        }
    }

    private record Resumed(AuthorizationSession session, Optional<ConsentToken> token) {}

    /** Found by a date that may have changed since. */
    private boolean isLeftBehind(AuthorizationSession session) {
        return session.progress() instanceof AuthorizationSession.Progress.Proving proving
                && !proving.since().plus(GIVEN_UP).isAfter(clock.instant());
    }

    private AuthorizationSession save(Tx tx, AuthorizationSession session) {
        sessions.save(tx, session);
        return session;
    }
}
