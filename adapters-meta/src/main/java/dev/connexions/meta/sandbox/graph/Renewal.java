package dev.connexions.meta.sandbox.graph;

import dev.connexions.meta.sandbox.app.RegisteredApp;
import dev.connexions.meta.sandbox.http.Answer;
import dev.connexions.meta.sandbox.http.Call;
import dev.connexions.meta.sandbox.http.Json;
import dev.connexions.meta.sandbox.token.Token;
import dev.connexions.meta.sandbox.token.Tokens;
import dev.connexions.meta.sandbox.world.World;
import java.time.Duration;

/** Tokens for tokens: an hour becomes sixty days, and sixty days begin anew. */
final class Renewal {

    private static final String PROFILE_SCOPE = "instagram_business_basic";

    private final RegisteredApp app;
    private final World world;

    Renewal(RegisteredApp app, World world) {
        this.app = app;
        this.world = world;
    }

    /** {@code GET /access_token?grant_type=ig_exchange_token} */
    Answer exchange(Call call) {
        requireGrantType(call, "ig_exchange_token");
        if (!call.params().one("client_secret").orElse("").equals(app.secret())) {
            throw new GraphRefusalException(GraphError.invalidParameter("Error validating client secret."));
        }
        return world.change(w -> {
            var old = Sessions.of(w, call.token()).token();
            if (old.longLived()) {
                throw new GraphRefusalException(GraphError.unsupportedMethod("get"));
            }
            return answer(w.tokens().issueLong(old.account(), old.scopes(), w.now()), false);
        });
    }

    /** {@code GET /refresh_access_token?grant_type=ig_refresh_token} */
    Answer refresh(Call call) {
        requireGrantType(call, "ig_refresh_token");
        return world.change(w -> {
            var old = refreshable(w, call);
            return answer(w.tokens().issueLong(old.account(), old.scopes(), w.now()), true);
        });
    }

    /** A token that Meta does not take for a long-lived one is no 190 here: it is told that there is no such call. */
    private static Token refreshable(World world, Call call) {
        var value = call.token();
        var old = value == null ? null : world.tokens().token(value).orElse(null);
        var now = world.now();
        if (value != null && (old == null || !old.longLived() || !now.isBefore(old.expiresAt()))) {
            throw new GraphRefusalException(GraphError.unsupportedMethod("get"));
        }
        var token = Sessions.of(world, value).token();
        if (now.isBefore(token.issuedAt().plus(Tokens.REFRESHABLE_FROM))) {
            throw new GraphRefusalException(GraphError.invalidParameter("The access token is not yet 24 hours old."));
        }
        if (!token.scopes().contains(PROFILE_SCOPE)) {
            throw new GraphRefusalException(GraphError.missingPermission());
        }
        return token;
    }

    private static void requireGrantType(Call call, String expected) {
        if (!call.isGet()) {
            throw new GraphRefusalException(GraphError.unsupportedMethod(call.method()));
        }
        if (!call.params().one("grant_type").orElse("").equals(expected)) {
            throw new GraphRefusalException(GraphError.invalidParameter("Invalid parameter: grant_type"));
        }
    }

    private static Answer answer(Token token, boolean withPermissions) {
        var body = Json.object()
                .put("access_token", token.value())
                .put("token_type", "bearer")
                .put(
                        "expires_in",
                        Duration.between(token.issuedAt(), token.expiresAt()).toSeconds());
        if (withPermissions) {
            body.put("permissions", String.join(",", token.scopes()));
        }
        return Answer.json(200, body);
    }
}
