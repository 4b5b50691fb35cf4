package dev.connexions.meta.sandbox.instagram;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connexions.meta.sandbox.app.RegisteredApp;
import dev.connexions.meta.sandbox.graph.Ask;
import dev.connexions.meta.sandbox.graph.GraphErrors;
import dev.connexions.meta.sandbox.graph.GraphHost;
import dev.connexions.meta.sandbox.graph.Schema;
import dev.connexions.meta.sandbox.graph.Selection;
import dev.connexions.meta.sandbox.http.Json;
import dev.connexions.meta.sandbox.token.Token;
import dev.connexions.meta.sandbox.token.Tokens;
import dev.connexions.meta.sandbox.world.World;
import java.time.Duration;
import java.util.Objects;

/** Tokens for tokens: an hour becomes sixty days, and sixty days begin anew (dossier 1.5). */
public final class Renewal {

    private static final Duration LONG_LIFETIME = Duration.ofDays(60);
    private static final String PROFILE_SCOPE = GraphHost.INSTAGRAM.scope("basic");

    private final RegisteredApp app;

    private Renewal(RegisteredApp app) {
        this.app = app;
    }

    public static void into(Schema schema, RegisteredApp app) {
        var renewal = new Renewal(app);
        schema.root("access_token", renewal::exchange).root("refresh_access_token", renewal::refresh);
    }

    /** {@code GET /access_token?grant_type=ig_exchange_token} */
    private JsonNode exchange(Ask ask) {
        requireGrantType(ask, "ig_exchange_token");
        if (!ask.args().one("client_secret").orElse("").equals(app.secret())) {
            throw GraphErrors.invalidParameter("Error validating client secret.")
                    .refusal();
        }
        var old = ask.session().token();
        if (old.longLived()) {
            throw GraphErrors.unsupportedMethod("get").refusal();
        }
        return answer(ask, ask.world().change(w -> renew(w, old)), false);
    }

    /** {@code GET /refresh_access_token?grant_type=ig_refresh_token} */
    private JsonNode refresh(Ask ask) {
        requireGrantType(ask, "ig_refresh_token");
        var old = ask.world().look(w -> refreshable(w, ask));
        return answer(ask, ask.world().change(w -> renew(w, old)), true);
    }

    private static Token renew(World world, Token old) {
        return world.tokens().issue(Token.Kind.INSTAGRAM, old.holder(), true, old.scopes(), world.now(), LONG_LIFETIME);
    }

    /** A token that Meta does not take for a long-lived one is no 190 here: it is told that there is no such call. */
    private static Token refreshable(World world, Ask ask) {
        var value = ask.call().token();
        var old = value == null ? null : world.tokens().token(value).orElse(null);
        var now = world.now();
        if (value != null && (old == null || !old.longLived() || old.isExpired(now))) {
            throw GraphErrors.unsupportedMethod("get").refusal();
        }
        var token = ask.session().token();
        if (now.isBefore(token.issuedAt().plus(Tokens.REFRESHABLE_FROM))) {
            throw GraphErrors.invalidParameter("The access token is not yet 24 hours old.")
                    .refusal();
        }
        ask.session().require(PROFILE_SCOPE);
        return token;
    }

    private static void requireGrantType(Ask ask, String expected) {
        if (!ask.call().isGet()) {
            throw GraphErrors.unsupportedMethod(ask.call().method()).refusal();
        }
        if (!ask.args().one("grant_type").orElse("").equals(expected)) {
            throw GraphErrors.invalidParameter("Invalid parameter: grant_type").refusal();
        }
    }

    /** All of it, unless some fields are asked for. */
    private static JsonNode answer(Ask ask, Token token, boolean withPermissions) {
        var expiry = Objects.requireNonNull(token.expiresAt());
        var body = Json.object()
                .put("access_token", token.value())
                .put("token_type", "bearer")
                .put("expires_in", Duration.between(token.issuedAt(), expiry).toSeconds());
        if (withPermissions) {
            body.put("permissions", String.join(",", token.scopes()));
        }
        var wanted = ask.selection().fields();
        return wanted.isEmpty()
                ? body
                : body.retain(wanted.stream().map(Selection.Wanted::name).toList());
    }
}
