package dev.connexions.meta.sandbox.consent;

import dev.connexions.meta.sandbox.app.RegisteredApp;
import dev.connexions.meta.sandbox.graph.GraphErrors;
import dev.connexions.meta.sandbox.http.Answer;
import dev.connexions.meta.sandbox.http.Call;
import dev.connexions.meta.sandbox.http.Json;
import dev.connexions.meta.sandbox.token.Token;
import dev.connexions.meta.sandbox.world.AnswerShape;
import dev.connexions.meta.sandbox.world.Settings;
import dev.connexions.meta.sandbox.world.World;
import java.time.Duration;

/**
 * {@code POST api.instagram.com/oauth/access_token}: a code for a token of an hour. Its refusals have their own shape, and
 * its ids are numbers.
 */
public final class TokenEndpoint {

    private static final Duration LIFETIME = Duration.ofHours(1);

    private final RegisteredApp app;
    private final World world;

    public TokenEndpoint(RegisteredApp app, World world) {
        this.app = app;
        this.world = world;
    }

    public Answer answer(Call call) {
        if (call.address().path().equals("/oauth/authorize")) {
            // dead since August 2026 (dossier 1.5): the dialog is at www.instagram.com
            return Answer.html(404, Html.message("Page not found", "Sorry, this page isn't available."));
        }
        if (!call.address().path().equals("/oauth/access_token")) {
            return refusal("Unknown path");
        }
        if (!call.isPost()) {
            return GraphErrors.unsupportedMethod(call.method()).answer();
        }
        if (!parameter(call, "client_id").equals(app.id())) {
            return refusal("Invalid platform app");
        }
        if (!parameter(call, "client_secret").equals(app.secret())) {
            return refusal("Error validating client secret");
        }
        if (!parameter(call, "grant_type").equals("authorization_code")) {
            return refusal("Invalid grant_type");
        }
        return world.change(w -> redeem(w, call));
    }

    private static Answer redeem(World world, Call call) {
        var now = world.now();
        var code = world.tokens()
                .code(parameter(call, "code"))
                .filter(found -> now.isBefore(found.expiresAt()))
                .filter(found -> found.grant().kind() == Token.Kind.INSTAGRAM)
                .orElse(null);
        if (code == null) {
            return refusal("Matching code was not found or was already used");
        }
        var grant = code.grant();
        if (!grant.redirectUri().equals(parameter(call, "redirect_uri"))) {
            return refusal("Error validating verification code: the redirect_uri is not that of the dialog");
        }
        world.tokens().useUp(code);
        return answer(
                world.setting(Settings.ANSWERS),
                world.tokens().issue(Token.Kind.INSTAGRAM, grant.holder(), false, grant.scopes(), now, LIFETIME));
    }

    /** As documented: an array, texts. As observed: flat, a number beyond 2^53, a list. */
    private static Answer answer(AnswerShape shape, Token token) {
        var body = Json.object().put("access_token", token.value());
        return switch (shape) {
            case DATA -> {
                body.put("user_id", token.holder()).put("permissions", String.join(",", token.scopes()));
                yield Answer.json(200, Json.object().set("data", Json.array().add(body)));
            }
            case FLAT -> {
                var permissions = Json.array();
                token.scopes().forEach(permissions::add);
                body.put("user_id", Long.parseLong(token.holder())).set("permissions", permissions);
                yield Answer.json(200, body);
            }
        };
    }

    private static Answer refusal(String message) {
        return Answer.json(
                400,
                Json.object()
                        .put("error_type", "OAuthException")
                        .put("code", 400)
                        .put("error_message", message));
    }

    private static String parameter(Call call, String name) {
        return call.params().one(name).orElse("");
    }
}
