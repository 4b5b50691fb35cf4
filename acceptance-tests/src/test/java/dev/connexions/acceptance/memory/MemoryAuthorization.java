package dev.connexions.acceptance.memory;

import static dev.connexions.acceptance.memory.Replies.found;
import static dev.connexions.acceptance.memory.Replies.refused;

import dev.connexions.acceptance.Driver.Answer;
import dev.connexions.acceptance.Driver.Answer.Given;
import dev.connexions.acceptance.Driver.Who;
import dev.connexions.acceptance.Seen;
import dev.connexions.application.authorization.ChooseAccount;
import dev.connexions.application.authorization.OpenAuthorizationSession;
import dev.connexions.domain.authorization.AuthorizationSessionId;
import dev.connexions.domain.authorization.Obstacle;
import dev.connexions.domain.connexion.AccountId;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.connexion.GrantId;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.shared.Permission;
import java.util.List;
import java.util.UUID;

/** What the platform asks of sessions and grants. */
final class MemoryAuthorization {

    private final MemoryWiring wiring;
    private final MemoryCallers callers;

    MemoryAuthorization(MemoryWiring wiring, MemoryCallers callers) {
        this.wiring = wiring;
        this.callers = callers;
    }

    Answer<Seen.Session> startSession(Who who, UUID connexion, String loginProduct) {
        var id = new ConnexionId(connexion);
        var product = LoginProduct.of(loginProduct).orElseThrow();
        var command = new OpenAuthorizationSession.Command(id, product, null, null);
        return callers.permitted(who, Permission.CONNEXIONS_WRITE, id, user -> switch (wiring.app
                .openAuthorizationSession()
                .handle(user, command)) {
            case OpenAuthorizationSession.Result.Opened(var session, var link, var affected) ->
                new Given<>(wiring.seen(session, link.reveal(), affected));
            case OpenAuthorizationSession.Result.NotFound unknown -> refused("not-found");
            case OpenAuthorizationSession.Result.ProductNotOffered no -> refused("validation-failed");
            case OpenAuthorizationSession.Result.UnknownPermissions no -> refused("validation-failed");
            case OpenAuthorizationSession.Result.ReturnUrlNotAllowed no -> refused("return-url-not-allowed");
            case OpenAuthorizationSession.Result.TooManyPending many -> refused("rate-limited");
        });
    }

    Answer<Seen.Session> session(Who who, UUID session) {
        return found(wiring.app
                .showAuthorizationSession()
                .handle(callers.user(who), new AuthorizationSessionId(session))
                .map(found -> wiring.seen(found.session(), null, found.affected())));
    }

    Answer<Seen.Session> choose(Who who, UUID session, String account) {
        var id = new AuthorizationSessionId(session);
        var command = new ChooseAccount.Command(id, new AccountId(account));
        return callers.permitted(who, Permission.CONNEXIONS_WRITE, null, user -> switch (wiring.app
                .chooseAccount()
                .handle(user, command)) {
            case ChooseAccount.Result.Completed completed -> session(who, session);
            case ChooseAccount.Result.Failed failed -> session(who, session);
            case ChooseAccount.Result.NotFound none -> refused("not-found");
            case ChooseAccount.Result.NotOffered(var why) ->
                refused(why == Obstacle.ALREADY_LINKED ? "already-linked" : "validation-failed");
            case ChooseAccount.Result.NothingToChoose nothing -> refused("illegal-transition");
            case ChooseAccount.Result.Unproved again -> refused("upstream-failed");
            case ChooseAccount.Result.Overtaken overtaken -> refused("conflict");
        });
    }

    Answer<Seen.Grant> grant(Who who, UUID grant) {
        return callers.permitted(
                who,
                Permission.CONNEXIONS_READ,
                null,
                user -> found(wiring.app
                        .showGrant()
                        .handle(user, new GrantId(grant))
                        .map(shown -> new Seen.Grant(
                                grant,
                                shown.connexions().stream()
                                        .map(each -> each.id().value())
                                        .toList(),
                                List.copyOf(shown.grant().missing().names())))));
    }
}
