package dev.connexions.application.authorization;

import dev.connexions.application.connexion.Connexions;
import dev.connexions.application.shared.Transactions;
import dev.connexions.application.shared.Tx;
import dev.connexions.domain.authorization.AuthorizationSession;
import dev.connexions.domain.connexion.Connexion;
import dev.connexions.domain.shared.Caller;
import dev.connexions.domain.shared.OneTimeSecret;
import dev.connexions.domain.shared.RequestId;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * What the link leads to: a look at it changes nothing (previews and mail scanners open links), pressing its button binds
 * the browser and sends it to Meta.
 */
public final class BeginConsent {

    static final String JOB = "oauth";

    /** @param press whether the button was pressed, or the page merely looked at */
    public record Command(OneTimeSecret link, boolean press, RequestId request) {}

    public sealed interface Result {

        /**
         * The link is good; nothing changed.
         *
         * @param affected the other connexions that the consent decides about as well
         */
        record Ready(AuthorizationSession session, List<Connexion> affected) implements Result {}

        /** @param browser the secret that this browser must bring back with Meta's redirect */
        record SentToMeta(URI consentPage, OneTimeSecret browser) implements Result {}

        /** The trip is over, or its link too old. */
        record Over(AuthorizationSession.Status status) implements Result {}

        record Unknown() implements Result {}
    }

    private final Transactions transactions;
    private final AuthorizationSessions sessions;
    private final Connexions connexions;
    private final InstagramLogin login;
    private final InstantSource clock;

    public BeginConsent(
            Transactions transactions,
            AuthorizationSessions sessions,
            Connexions connexions,
            InstagramLogin login,
            InstantSource clock) {
        this.transactions = transactions;
        this.sessions = sessions;
        this.connexions = connexions;
        this.login = login;
        this.clock = clock;
    }

    public Result handle(Command command) {
        var job = Caller.Job.across(JOB, command.request());
        return transactions
                .in(job, tx -> sessions.byLink(tx, command.link().digest()))
                .flatMap(where -> transactions.in(
                        job.within(where.organisation()),
                        tx -> sessions.lock(tx, where.id()).map(session -> {
                            var now = clock.instant();
                            if (!command.press()) {
                                return looked(tx, session, now);
                            }
                            var state = OneTimeSecret.random();
                            var browser = OneTimeSecret.random();
                            var opened = session.open(state, browser, now);
                            opened.ifPresent(next -> sessions.save(tx, next));
                            return opened.<Result>map(next -> new Result.SentToMeta(
                                            login.consentPage(next.product(), next.requested(), state), browser))
                                    .orElseGet(() -> new Result.Over(session.statusAt(now)));
                        })))
                .orElseGet(Result.Unknown::new);
    }

    private Result looked(Tx tx, AuthorizationSession session, Instant now) {
        return session.openAt(now)
                ? new Result.Ready(session, Affected.by(tx, connexions, session))
                : new Result.Over(session.statusAt(now));
    }
}
