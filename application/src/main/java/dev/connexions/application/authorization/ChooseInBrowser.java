package dev.connexions.application.authorization;

import dev.connexions.application.shared.Transactions;
import dev.connexions.domain.authorization.AuthorizationSession;
import dev.connexions.domain.authorization.AuthorizationSessionId;
import dev.connexions.domain.connexion.AccountId;
import dev.connexions.domain.shared.Caller;
import dev.connexions.domain.shared.OneTimeSecret;
import dev.connexions.domain.shared.RequestId;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** The choice as the account's owner sees and makes it: in the browser that began, and in no other. */
public final class ChooseInBrowser {

    /** @param account absent for a look at what there is to choose */
    public record Command(
            AuthorizationSessionId session,
            OneTimeSecret browser,
            @Nullable AccountId account,
            RequestId request) {}

    public sealed interface Result {

        /** There is something to choose; nothing changed. */
        record Choosing(AuthorizationSession session) implements Result {}

        /** @param session what there was to choose from */
        record Chosen(AuthorizationSession session, ChooseAccount.Result result) implements Result {}

        /** There is nothing to choose, no longer or not yet. */
        record NothingToChoose(AuthorizationSession.Status status) implements Result {}

        /** There is no such session, or it was begun in another browser. */
        record Unknown() implements Result {}
    }

    private final Transactions transactions;
    private final AuthorizationSessions sessions;
    private final ChooseAccount chooseAccount;
    private final InstantSource clock;

    public ChooseInBrowser(
            Transactions transactions,
            AuthorizationSessions sessions,
            ChooseAccount chooseAccount,
            InstantSource clock) {
        this.transactions = transactions;
        this.sessions = sessions;
        this.chooseAccount = chooseAccount;
        this.clock = clock;
    }

    public Result handle(Command command) {
        var across = Caller.Job.across(BeginConsent.JOB, command.request());
        var where = transactions
                .in(across, tx -> sessions.byId(tx, command.session()))
                .orElse(null);
        if (where == null) {
            return new Result.Unknown();
        }
        var job = across.within(where.organisation());
        return transactions
                .in(job, tx -> sessions.find(tx, command.session()))
                .map(session -> go(job, command, session))
                .orElseGet(Result.Unknown::new);
    }

    private Result go(Caller.Job job, Command command, AuthorizationSession session) {
        var status = session.statusAt(clock.instant());
        if (status != AuthorizationSession.Status.AWAITING_CHOICE) {
            return new Result.NothingToChoose(status);
        }
        if (!session.isChosenBy(command.browser())) {
            return new Result.Unknown();
        }
        if (command.account() == null) {
            return new Result.Choosing(session);
        }
        var choice = new ChooseAccount.Command(
                session.id(), command.account(), it -> it.progress().equals(session.progress()));
        return new Result.Chosen(session, chooseAccount.handle(job, choice));
    }
}
