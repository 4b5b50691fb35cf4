package dev.connexions.meta.sandbox.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connexions.meta.sandbox.app.RegisteredApp;
import dev.connexions.meta.sandbox.graph.Ask;
import dev.connexions.meta.sandbox.graph.GraphError;
import dev.connexions.meta.sandbox.graph.GraphErrors;
import dev.connexions.meta.sandbox.graph.Schema;
import dev.connexions.meta.sandbox.http.Json;
import dev.connexions.meta.sandbox.people.Consent;
import dev.connexions.meta.sandbox.token.Token;
import dev.connexions.meta.sandbox.world.World;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code debug_token}: what a token is, and what became of it (dossier 1.4, step 7). */
final class DebugToken {

    private final RegisteredApp app;

    private DebugToken(RegisteredApp app) {
        this.app = app;
    }

    static void into(Schema schema, RegisteredApp app) {
        schema.root("debug_token", new DebugToken(app)::answer);
    }

    private JsonNode answer(Ask ask) {
        ask.session();
        var input = ask.args()
                .one("input_token")
                .filter(value -> !value.isEmpty())
                .orElseThrow(() -> GraphErrors.invalidParameter("The parameter input_token is required.")
                        .refusal());
        return ask.world().look(w -> {
            var answer = Json.object();
            answer.set("data", w.setting(FacebookSettings.DEBUG_EMPTY) ? Json.array() : describe(w, input));
            return answer;
        });
    }

    private ObjectNode describe(World world, String input) {
        if (AppTokens.isOne(app, input)) {
            return common(world, Token.Kind.APP).put("is_valid", true).set("scopes", Json.array());
        }
        var token = world.tokens()
                .token(input)
                .filter(found -> found.kind() != Token.Kind.INSTAGRAM)
                .orElse(null);
        if (token == null) {
            return invalid(Json.object(), GraphErrors.unknownToken());
        }
        var described = common(world, token.kind());
        var consent = world.assets().consentOf(token.holder()).orElse(null);
        described
                .put(
                        "expires_at",
                        token.expiresAt() == null ? 0 : token.expiresAt().getEpochSecond())
                .put("issued_at", token.issuedAt().getEpochSecond())
                .put(
                        "data_access_expires_at",
                        consent == null ? 0 : consent.dataAccessEnds().getEpochSecond());
        id(world, described, "user_id", token.holder());
        if (token.page() != null) {
            described.put("profile_id", token.page());
        }
        var end = TokenLife.end(world, token);
        return end == null
                ? granted(world, described.put("is_valid", true), Objects.requireNonNull(consent))
                : invalid(described, end);
    }

    private ObjectNode common(World world, Token.Kind kind) {
        var node = Json.object();
        id(world, node, "app_id", app.id());
        return node.put("type", kind.name()).put("application", "Connexions sandbox");
    }

    private static void id(World world, ObjectNode node, String name, String id) {
        if (world.setting(FacebookSettings.DEBUG_NUMBERS)) {
            node.put(name, Long.parseLong(id));
        } else {
            node.put(name, id);
        }
    }

    private static ObjectNode invalid(ObjectNode node, GraphError why) {
        var error = Json.object().put("code", why.code()).put("message", why.message());
        if (why.subcode() != null) {
            error.put("subcode", why.subcode());
        }
        node.put("is_valid", false).set("error", error);
        return node.set("scopes", Json.array());
    }

    private static ObjectNode granted(World world, ObjectNode node, Consent consent) {
        var scopes = node.putArray("scopes");
        var granular = Json.array();
        consent.permissions().keySet().stream()
                .filter(consent.granted()::contains)
                .forEach(scope -> {
                    scopes.add(scope);
                    if (scope.startsWith("pages_") || scope.startsWith("instagram_")) {
                        granular.add(granular(scope, targets(world, scope, consent)));
                    }
                });
        return node.set("granular_scopes", granular);
    }

    /** No target is all of them. */
    private static ObjectNode granular(String scope, @Nullable List<String> targets) {
        var node = Json.object().put("scope", scope);
        if (targets != null) {
            ArrayNode ids = node.putArray("target_ids");
            targets.forEach(ids::add);
        }
        return node;
    }

    private static @Nullable List<String> targets(World world, String scope, Consent consent) {
        var pages = consent.pages();
        if (pages == null || scope.startsWith("pages_")) {
            return pages;
        }
        return pages.stream()
                .flatMap(id -> world.assets().page(id).stream())
                .flatMap(page -> Stream.ofNullable(page.instagram()))
                .toList();
    }
}
