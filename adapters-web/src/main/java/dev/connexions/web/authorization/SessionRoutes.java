package dev.connexions.web.authorization;

import dev.connexions.application.authorization.ChooseAccount;
import dev.connexions.application.authorization.OpenAuthorizationSession;
import dev.connexions.application.authorization.OpenAuthorizationSession.Result;
import dev.connexions.application.authorization.ShowAuthorizationSession;
import dev.connexions.domain.authorization.AuthorizationSessionId;
import dev.connexions.domain.authorization.Failure;
import dev.connexions.domain.authorization.Obstacle;
import dev.connexions.domain.connexion.AccountId;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.shared.Permission;
import dev.connexions.web.shared.Access;
import dev.connexions.web.shared.Answer;
import dev.connexions.web.shared.Api;
import dev.connexions.web.shared.Call;
import dev.connexions.web.shared.Printable;
import dev.connexions.web.shared.ProblemType;
import dev.connexions.web.shared.Refusal;
import dev.connexions.web.shared.Values;
import java.net.URI;
import java.time.InstantSource;

/** What the platform's backend does with sessions. */
public final class SessionRoutes {

    private static final String SESSIONS = "/v1/authorization-sessions/";

    private final OpenAuthorizationSession open;
    private final ShowAuthorizationSession show;
    private final ChooseAccount choose;
    private final URI publicUrl;
    private final InstantSource clock;

    public SessionRoutes(
            OpenAuthorizationSession open,
            ShowAuthorizationSession show,
            ChooseAccount choose,
            URI publicUrl,
            InstantSource clock) {
        this.open = open;
        this.show = show;
        this.choose = choose;
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    public void declare(Api api) {
        var access = Access.with(Permission.CONNEXIONS_WRITE);
        api.post("/v1/connexions/{id}/authorization-sessions", access, this::open);
        api.get(SESSIONS + "{id}", access, this::show);
        api.post(SESSIONS + "{id}/choice", access, this::choose);
    }

    private Answer open(Call call) {
        var command = NewSessionBody.read(call, new ConnexionId(call.id()));
        return switch (open.handle(call.caller(), command)) {
            case Result.Opened opened -> opened(opened);
            case Result.NotFound none -> throw Refusal.notFound();
            case Result.ProductNotOffered other ->
                throw Refusal.invalid("/loginProduct", "This login product is not configured here.");
            case Result.UnknownPermissions(var unknown) ->
                throw Refusal.invalid(
                        "/permissions",
                        "The login product does not know " + Printable.text(String.join(", ", unknown.names())) + ".");
            case Result.ReturnUrlNotAllowed refused ->
                throw new Refusal(
                        ProblemType.RETURN_URL_NOT_ALLOWED,
                        "The returnUrl continues none of the configured addresses.");
            case Result.TooManyPending(var limit, var tryAgainAfter) ->
                throw new Refusal(
                                ProblemType.RATE_LIMITED,
                                "The organisation has " + limit + " sessions that wait for somebody already.")
                        .retryAfter(tryAgainAfter);
        };
    }

    private Answer opened(Result.Opened opened) {
        var session = opened.session();
        var authorizeUrl = publicUrl + StartRoutes.PREFIX + opened.link().reveal();
        return Answer.json(
                        201, AuthorizationSessionResponse.of(session, opened.affected(), authorizeUrl, clock.instant()))
                .with("Location", publicUrl + SESSIONS + session.id().value())
                .neverStored();
    }

    private Answer show(Call call) {
        var id = new AuthorizationSessionId(call.id());
        call.refuseParameters();
        return shown(call, id);
    }

    private Answer shown(Call call, AuthorizationSessionId id) {
        return show.handle(call.caller(), id)
                .map(shown -> Answer.json(
                                200,
                                AuthorizationSessionResponse.of(
                                        shown.session(), shown.affected(), null, clock.instant()))
                        .tagged(id.value()))
                .orElseThrow(Refusal::notFound);
    }

    private Answer choose(Call call) {
        var id = new AuthorizationSessionId(call.id());
        call.query();
        var account = call.body("accountId").required("accountId", Values.text(AccountId::new));
        call.faults().refuse();
        return switch (choose.handle(call.caller(), new ChooseAccount.Command(id, account.get()))) {
            case ChooseAccount.Result.Completed completed -> shown(call, id);
            case ChooseAccount.Result.Failed(var session, var failure)
            when failure == Failure.ALREADY_LINKED -> throw alreadyLinked();
            case ChooseAccount.Result.Failed failed -> shown(call, id);
            case ChooseAccount.Result.NotOffered(var why) when why == Obstacle.ALREADY_LINKED -> throw alreadyLinked();
            case ChooseAccount.Result.NotOffered(var why) ->
                throw Refusal.invalid(
                        "/accountId", why == null ? "The consent does not show this account." : ObstacleText.of(why));
            case ChooseAccount.Result.NothingToChoose nothing ->
                throw new Refusal(
                        ProblemType.ILLEGAL_TRANSITION, "There is nothing to choose in this session, or no longer.");
            case ChooseAccount.Result.Unproved again ->
                throw new Refusal(
                        ProblemType.UPSTREAM_FAILED,
                        "Meta could not be reached, or gave no answer to rely on; the choice can be made again.");
            case ChooseAccount.Result.Overtaken overtaken -> throw Refusal.changedMeanwhile();
            case ChooseAccount.Result.NotFound none -> throw Refusal.notFound();
        };
    }

    private static Refusal alreadyLinked() {
        return new Refusal(
                ProblemType.ALREADY_LINKED, "This account is already connected elsewhere in the organisation.");
    }
}
