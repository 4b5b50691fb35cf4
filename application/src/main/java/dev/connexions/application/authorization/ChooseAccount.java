package dev.connexions.application.authorization;

import dev.connexions.application.connexion.Connexions;
import dev.connexions.application.shared.Transactions;
import dev.connexions.application.shared.Tx;
import dev.connexions.domain.authorization.AuthorizationSession;
import dev.connexions.domain.authorization.AuthorizationSessionId;
import dev.connexions.domain.authorization.Failure;
import dev.connexions.domain.authorization.Obstacle;
import dev.connexions.domain.connexion.AccountId;
import dev.connexions.domain.shared.Caller;
import java.time.InstantSource;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Of several accounts that a consent shows, one is connected. */
public final class ChooseAccount {

    /** @param entitled what must be true of the session as it stands; of one for which it is not, there is none */
    public record Command(AuthorizationSessionId session, AccountId account, Predicate<AuthorizationSession> entitled) {

        public Command(AuthorizationSessionId session, AccountId account) {
            this(session, account, any -> true);
        }
    }

    public sealed interface Result {
        record Completed(AuthorizationSession session) implements Result {}

        /** The choice was made, and came to nothing. */
        record Failed(AuthorizationSession session, Failure failure) implements Result {}

        record NotFound() implements Result {}

        /** The consent shows no such account, or one that cannot be connected: then {@code why} says so. */
        record NotOffered(@Nullable Obstacle why) implements Result {}

        /** There is nothing to choose, no longer or not yet. */
        record NothingToChoose(AuthorizationSession.Status status) implements Result {}

        /** Meta gave no answer to rely on; the choice can be made again. */
        record Unproved(AuthorizationSession session) implements Result {}

        /** A newer session, or the erasure of the connexion, overtook this one. Nothing was changed. */
        record Overtaken() implements Result {}
    }

    private final Transactions transactions;
    private final AuthorizationSessions sessions;
    private final Connexions connexions;
    private final Connecting connecting;
    private final InstantSource clock;

    public ChooseAccount(
            Transactions transactions,
            AuthorizationSessions sessions,
            Connexions connexions,
            Connecting connecting,
            InstantSource clock) {
        this.transactions = transactions;
        this.sessions = sessions;
        this.connexions = connexions;
        this.connecting = connecting;
        this.clock = clock;
    }

    public Result handle(Caller caller, Command command) {
        return switch (transactions.in(caller, tx -> choose(tx, command))) {
            case Chosen.Not(var why) -> why;
            case Chosen.Account(var session, var token) -> result(connecting.prove(caller, session, token));
            case Chosen.Unreadable(var session) ->
                result(connecting.failed(caller, session, Failure.CONSENT_WITHDRAWN));
        };
    }

    private static Result result(Connecting.Outcome outcome) {
        return switch (outcome) {
            case Connecting.Outcome.Completed(var session) -> new Result.Completed(session);
            case Connecting.Outcome.Failed(var session, var failure) -> new Result.Failed(session, failure);
            case Connecting.Outcome.Unproved(var session) -> new Result.Unproved(session);
            case Connecting.Outcome.AwaitingChoice(var session) -> new Result.Unproved(session);
            case Connecting.Outcome.Overtaken overtaken -> new Result.Overtaken();
        };
    }

    private sealed interface Chosen {
        record Account(AuthorizationSession session, ConsentToken token) implements Chosen {}

        /** No key opens the consent's token any more. */
        record Unreadable(AuthorizationSession session) implements Chosen {}

        record Not(Result why) implements Chosen {}
    }

    private Chosen choose(Tx tx, Command command) {
        var found = sessions.find(tx, command.session()).orElse(null);
        if (found == null || connexions.lock(tx, found.connexion()).isEmpty()) {
            return new Chosen.Not(new Result.NotFound());
        }
        var session = sessions.lock(tx, found.id()).filter(command.entitled()).orElse(null);
        if (session == null) {
            return new Chosen.Not(new Result.NotFound());
        }
        var now = clock.instant();
        return switch (session.choose(command.account(), now)) {
            case AuthorizationSession.Choice.NotOffered(var why) -> new Chosen.Not(new Result.NotOffered(why));
            case AuthorizationSession.Choice.NothingToChoose nothing ->
                new Chosen.Not(new Result.NothingToChoose(session.statusAt(now)));
            case AuthorizationSession.Choice.Accepted(var next) -> {
                sessions.save(tx, next);
                yield connecting
                        .tokenOf(tx, next)
                        .<Chosen>map(token -> new Chosen.Account(next, token))
                        .orElseGet(() -> new Chosen.Unreadable(next));
            }
        };
    }
}
