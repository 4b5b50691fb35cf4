package dev.connexions.web.authorization;

import dev.connexions.application.authorization.OpenAuthorizationSession;
import dev.connexions.application.authorization.OpenAuthorizationSession.Result;
import dev.connexions.application.authorization.ShowAuthorizationSession;
import dev.connexions.domain.authorization.AuthorizationSession;
import dev.connexions.domain.authorization.AuthorizationSessionId;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.shared.OneTimeSecret;
import dev.connexions.domain.shared.Permission;
import dev.connexions.web.shared.Access;
import dev.connexions.web.shared.Answer;
import dev.connexions.web.shared.Api;
import dev.connexions.web.shared.Call;
import dev.connexions.web.shared.Printable;
import dev.connexions.web.shared.ProblemType;
import dev.connexions.web.shared.Refusal;
import java.net.URI;
import java.time.InstantSource;

/** What the platform's backend does with sessions. */
public final class SessionRoutes {

    private static final String SESSIONS = "/v1/authorization-sessions/";

    private final OpenAuthorizationSession open;
    private final ShowAuthorizationSession show;
    private final URI publicUrl;
    private final InstantSource clock;

    public SessionRoutes(
            OpenAuthorizationSession open, ShowAuthorizationSession show, URI publicUrl, InstantSource clock) {
        this.open = open;
        this.show = show;
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    public void declare(Api api) {
        var access = Access.with(Permission.CONNEXIONS_WRITE);
        api.post("/v1/connexions/{id}/authorization-sessions", access, this::open);
        api.get(SESSIONS + "{id}", access, this::show);
    }

    private Answer open(Call call) {
        var command = NewSessionBody.read(call, new ConnexionId(call.id()));
        return switch (open.handle(call.caller(), command)) {
            case Result.Opened(var session, var link) -> opened(session, link);
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

    private Answer opened(AuthorizationSession session, OneTimeSecret link) {
        var authorizeUrl = publicUrl + StartRoutes.PREFIX + link.reveal();
        return Answer.json(201, AuthorizationSessionResponse.of(session, authorizeUrl, clock.instant()))
                .with("Location", publicUrl + SESSIONS + session.id().value())
                .neverStored();
    }

    private Answer show(Call call) {
        var id = new AuthorizationSessionId(call.id());
        call.refuseParameters();
        return show.handle(call.caller(), id)
                .map(session -> Answer.json(200, AuthorizationSessionResponse.of(session, null, clock.instant()))
                        .tagged(session.id().value()))
                .orElseThrow(Refusal::notFound);
    }
}
