package dev.connexions.meta.sandbox.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connexions.meta.sandbox.app.RegisteredApp;
import dev.connexions.meta.sandbox.graph.Ask;
import dev.connexions.meta.sandbox.graph.GraphError;
import dev.connexions.meta.sandbox.graph.GraphErrors;
import dev.connexions.meta.sandbox.graph.Schema;
import dev.connexions.meta.sandbox.http.Json;
import dev.connexions.meta.sandbox.token.Token;
import dev.connexions.meta.sandbox.webhooks.AppSubscription;
import java.util.Set;

/** {@code /{app}/subscriptions}: what an app wants to hear and where, once it has shaken hands (dossier 8.1). */
public final class AppSubscriptions {

    private static final String PRODUCT = "facebook";

    private final RegisteredApp app;
    private final Herald herald;

    private AppSubscriptions(RegisteredApp app, Herald herald) {
        this.app = app;
        this.herald = herald;
    }

    public static void into(Schema schema, RegisteredApp app, Herald herald) {
        var subscriptions = new AppSubscriptions(app, herald);
        schema.root(app.id() + "/subscriptions", subscriptions::answer);
    }

    private JsonNode answer(Ask ask) {
        var token = ask.session().token();
        if (token.kind() != Token.Kind.APP || !token.holder().equals(app.id())) {
            throw GraphError.of(15, "(#15) This method must be called with an app access_token.")
                    .refusal();
        }
        return switch (ask.call().method()) {
            case "GET" -> ask.world().look(w -> list(Content.of(w)));
            case "POST" -> subscribe(ask);
            case "DELETE" ->
                ask.world().change(w -> {
                    Content.of(w).subscriptions().remove(PRODUCT, required(ask, "object"));
                    return Wire.success();
                });
            default -> throw GraphErrors.unsupportedMethod(ask.call().method()).refusal();
        };
    }

    private JsonNode subscribe(Ask ask) {
        var callback = required(ask, "callback_url");
        var subscription = new AppSubscription(
                PRODUCT,
                required(ask, "object"),
                callback,
                Set.copyOf(ask.args().list("fields")));
        if (!herald.shakesHands(callback, required(ask, "verify_token"))) {
            throw GraphError.of(2200, "(#2200) Callback verification failed").refusal();
        }
        return ask.world().change(w -> {
            Content.of(w).subscriptions().put(subscription);
            return Wire.success();
        });
    }

    private static ObjectNode list(Content content) {
        var answer = Json.object();
        var data = answer.putArray("data");
        for (var subscription : content.subscriptions().apps()) {
            var entry = data.addObject()
                    .put("object", subscription.object())
                    .put("callback_url", subscription.callbackUrl())
                    .put("active", true);
            var fields = entry.putArray("fields");
            subscription.fields().forEach(name -> fields.addObject().put("name", name));
        }
        return answer;
    }

    private static String required(Ask ask, String name) {
        return ask.args()
                .one(name)
                .filter(value -> !value.isEmpty())
                .orElseThrow(() -> GraphErrors.invalidParameter("The parameter " + name + " is required")
                        .refusal());
    }
}
