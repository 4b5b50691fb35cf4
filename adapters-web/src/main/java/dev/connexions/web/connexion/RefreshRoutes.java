package dev.connexions.web.connexion;

import dev.connexions.application.token.RefreshToken;
import dev.connexions.application.token.RefreshToken.Result;
import dev.connexions.domain.connexion.Connexion;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.shared.Permission;
import dev.connexions.domain.token.RenewalFailure;
import dev.connexions.web.shared.Access;
import dev.connexions.web.shared.Answer;
import dev.connexions.web.shared.Api;
import dev.connexions.web.shared.Call;
import dev.connexions.web.shared.ProblemType;
import dev.connexions.web.shared.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The renewal that somebody asks for. */
public final class RefreshRoutes {

    /** For a throttling that does not say how long it lasts. */
    private static final Duration A_WHILE = Duration.ofMinutes(5);

    private final RefreshToken refresh;
    private final ConnexionRepresentation representation;

    public RefreshRoutes(RefreshToken refresh, InstantSource clock) {
        this.refresh = refresh;
        this.representation = new ConnexionRepresentation(clock);
    }

    public void declare(Api api) {
        api.post("/v1/connexions/{id}/refresh", Access.with(Permission.CONNEXIONS_WRITE), this::refresh);
    }

    private Answer refresh(Call call) {
        var id = new ConnexionId(call.id());
        call.refuseInput();
        return switch (refresh.handle(call.caller(), id)) {
            case Result.Renewed(var connexion) -> shown(connexion);
            case Result.NotNeeded(var connexion) -> shown(connexion);
            case Result.TooEarly(var notBefore, var now) ->
                throw new Refusal(
                                ProblemType.TOO_EARLY_TO_REFRESH,
                                "Meta renews a token once it is a day old, this one from " + notBefore + " on.")
                        .retryAfter(until(notBefore, now));
            case Result.ReconnectRequired(var reason) ->
                throw new Refusal(
                                ProblemType.RECONNECT_REQUIRED,
                                "There is no token that could be renewed; the account has to be connected anew.")
                        .withReason(reason);
            case Result.Failed failed -> throw failed(failed);
            case Result.InProgress busy ->
                throw new Refusal(ProblemType.CONFLICT, "Its token is being renewed at this moment.");
            case Result.Overtaken overtaken -> throw Refusal.changedMeanwhile();
            case Result.NotFound none -> throw Refusal.notFound();
        };
    }

    private Answer shown(Connexion connexion) {
        return Answer.json(200, representation.of(connexion))
                .tagged(connexion.id().value());
    }

    private static Refusal failed(Result.Failed failed) {
        var type = switch (failed.why()) {
            case TOKEN_REFUSED, PERMISSION_MISSING, REFUSED, UPSTREAM_FAILED -> ProblemType.UPSTREAM_FAILED;
            case UPSTREAM_INVALID -> ProblemType.UPSTREAM_INVALID;
            case UPSTREAM_TIMEOUT -> ProblemType.UPSTREAM_TIMEOUT;
            case THROTTLED -> ProblemType.UPSTREAM_THROTTLED;
        };
        var refusal =
                new Refusal(type, detail(failed.why())).withReason(failed.why().code());
        if (type != ProblemType.UPSTREAM_THROTTLED) {
            return refusal;
        }
        return refusal.retryAfter(failed.notBefore() == null ? A_WHILE : until(failed.notBefore(), failed.now()));
    }

    private static String detail(RenewalFailure why) {
        return switch (why) {
            case TOKEN_REFUSED -> "Meta says that the token is expired, revoked or unknown.";
            case PERMISSION_MISSING -> "The token lacks the permission that Meta asks for.";
            case REFUSED -> "Meta renews this token not now, and does not say why.";
            case THROTTLED -> "Meta asks to wait before it renews another token.";
            case UPSTREAM_FAILED -> "Meta has trouble of its own, or this login product is not configured here.";
            case UPSTREAM_INVALID -> "Meta's answer cannot be trusted, and nothing of it was used.";
            case UPSTREAM_TIMEOUT -> "Meta gave no whole answer in time; the token works as before.";
        };
    }

    /** Whole seconds, rounded up: a second too early would be too early. */
    private static Duration until(Instant moment, Instant now) {
        return Duration.between(now, moment).plusNanos(999_999_999);
    }
}
