package dev.connexions.web.token;

import dev.connexions.application.token.ReadAccessToken;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.shared.Permission;
import dev.connexions.web.shared.Access;
import dev.connexions.web.shared.Answer;
import dev.connexions.web.shared.Api;
import dev.connexions.web.shared.Call;
import dev.connexions.web.shared.ProblemType;
import dev.connexions.web.shared.Refusal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

public final class AccessTokenRoutes {

    record AccessTokenResponse(
            String accessToken, String tokenType, @Nullable String expiresAt, List<String> scopes) {

        @Override
        public String toString() {
            return "***";
        }
    }

    private final ReadAccessToken read;

    public AccessTokenRoutes(ReadAccessToken read) {
        this.read = read;
    }

    public void declare(Api api) {
        api.get("/v1/connexions/{id}/access-token", Access.with(Permission.TOKENS_READ), this::show);
    }

    private Answer show(Call call) {
        var id = new ConnexionId(call.id());
        call.refuseParameters();
        return switch (read.handle(call.caller(), id)) {
            case ReadAccessToken.Result.Read(var token, var expiresAt, var scopes) ->
                Answer.json(
                                200,
                                new AccessTokenResponse(
                                        token.reveal(),
                                        "bearer",
                                        Objects.toString(expiresAt, null),
                                        List.copyOf(scopes.names())))
                        .neverStored();
            case ReadAccessToken.Result.ReconnectRequired(var reason) ->
                throw new Refusal(
                                ProblemType.RECONNECT_REQUIRED,
                                "There is no token that works; the account has to be connected anew.")
                        .withReason(reason);
            case ReadAccessToken.Result.NotFound none -> throw Refusal.notFound();
        };
    }
}
