package dev.connexions.meta.sandbox.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connexions.meta.sandbox.app.RegisteredApp;
import dev.connexions.meta.sandbox.graph.Ask;
import dev.connexions.meta.sandbox.graph.GraphError;
import dev.connexions.meta.sandbox.graph.GraphErrors;
import dev.connexions.meta.sandbox.graph.Schema;
import dev.connexions.meta.sandbox.http.Json;
import dev.connexions.meta.sandbox.token.Token;
import dev.connexions.meta.sandbox.world.World;
import java.time.Duration;
import java.util.List;

/** {@code oauth/access_token}: a code, a short-lived token or the app's secret for a token (dossier 1.4, steps 3, 4, 9). */
final class FacebookTokens {

    static final Duration SHORT_LIFETIME = Duration.ofHours(2);

    private static final Duration LONG_LIFETIME = Duration.ofDays(60);

    private final RegisteredApp app;
    private final FacebookSessions sessions;

    private FacebookTokens(RegisteredApp app, FacebookSessions sessions) {
        this.app = app;
        this.sessions = sessions;
    }

    static void into(Schema schema, RegisteredApp app, FacebookSessions sessions) {
        schema.root("oauth/access_token", new FacebookTokens(app, sessions)::answer);
    }

    private JsonNode answer(Ask ask) {
        if (!ask.call().isGet() && !ask.call().isPost()) {
            throw GraphErrors.unsupportedMethod(ask.call().method()).refusal();
        }
        if (!parameter(ask, "client_id").equals(app.id())) {
            throw GraphError.of(101, "Error validating application. Cannot get application info due to a system error.")
                    .refusal();
        }
        if (!parameter(ask, "client_secret").equals(app.secret())) {
            throw GraphError.of(1, "Error validating client secret.").refusal();
        }
        return switch (parameter(ask, "grant_type")) {
            case "", "authorization_code" -> ask.world().change(w -> redeem(w, ask));
            case "fb_exchange_token" -> ask.world().change(w -> exchange(w, ask));
            case "client_credentials" ->
                Json.object().put("access_token", AppTokens.value(app)).put("token_type", "bearer");
            default -> throw GraphErrors.invalidParameter("Invalid grant_type").refusal();
        };
    }

    private static JsonNode redeem(World world, Ask ask) {
        var code = world.tokens()
                .code(parameter(ask, "code"))
                .filter(found -> found.grant().kind() != Token.Kind.INSTAGRAM)
                .orElseThrow(() -> invalidCode(36009, "This authorization code has been used.")
                        .refusal());
        if (!world.now().isBefore(code.expiresAt())) {
            throw invalidCode(36007, "This authorization code has expired.").refusal();
        }
        var grant = code.grant();
        if (!grant.redirectUri().equals(parameter(ask, "redirect_uri"))) {
            throw invalidCode(
                            36008,
                            "Error validating verification code. Please make sure your redirect_uri is identical to the"
                                    + " one you used in the OAuth dialog request")
                    .refusal();
        }
        world.tokens().useUp(code);
        var system = grant.kind() == Token.Kind.SYSTEM_USER;
        return answer(world.tokens()
                .issue(grant.kind(), grant.holder(), system, List.of(), world.now(), system ? null : SHORT_LIFETIME));
    }

    /** A long-lived token may be exchanged again, as long as it lives; that is all the renewal there is. */
    private JsonNode exchange(World world, Ask ask) {
        var session = sessions.of(world, parameter(ask, "fb_exchange_token"));
        var old = session.alive().token();
        if (old.kind() != Token.Kind.USER) {
            throw GraphErrors.invalidParameter("Only a user access token can be exchanged")
                    .refusal();
        }
        return answer(world.tokens().issue(Token.Kind.USER, old.holder(), true, List.of(), world.now(), LONG_LIFETIME));
    }

    /** What never ends has no {@code expires_in}. */
    private static JsonNode answer(Token token) {
        var answer = Json.object().put("access_token", token.value()).put("token_type", "bearer");
        return token.expiresAt() == null
                ? answer
                : answer.put(
                        "expires_in",
                        Duration.between(token.issuedAt(), token.expiresAt()).toSeconds());
    }

    private static GraphError invalidCode(int subcode, String message) {
        return GraphError.of(100, subcode, message);
    }

    private static String parameter(Ask ask, String name) {
        return ask.args().one(name).orElse("");
    }
}
