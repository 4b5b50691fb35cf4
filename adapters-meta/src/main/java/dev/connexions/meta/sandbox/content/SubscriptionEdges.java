package dev.connexions.meta.sandbox.content;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connexions.meta.sandbox.app.RegisteredApp;
import dev.connexions.meta.sandbox.graph.Ask;
import dev.connexions.meta.sandbox.graph.GraphErrors;
import dev.connexions.meta.sandbox.graph.GraphHost;
import dev.connexions.meta.sandbox.graph.NodeType;
import dev.connexions.meta.sandbox.http.Json;
import dev.connexions.meta.sandbox.people.Account;
import dev.connexions.meta.sandbox.webhooks.WebhookFields;
import dev.connexions.meta.sandbox.webhooks.WebhookSettings;
import java.util.function.Consumer;
import java.util.function.Function;

/** {@code /subscribed_apps}: of which accounts and pages an app is told (dossier 8.3). */
public final class SubscriptionEdges {

    private SubscriptionEdges() {}

    static void ofAccount(NodeType<Account> accounts, GraphHost host, RegisteredApp app) {
        into(accounts, Account::id, app, WebhookFields.ACCOUNT, ask -> {
            if (host == GraphHost.FACEBOOK && !ask.world().setting(WebhookSettings.ON_FACEBOOK)) {
                throw GraphErrors.unsupportedMethod(ask.call().method()).refusal();
            }
            ask.require("basic");
        });
    }

    /** @param id of a page */
    public static <P> void ofPage(NodeType<P> pages, Function<P, String> id, RegisteredApp app) {
        into(pages, id, app, WebhookFields.PAGE, ask -> ask.session().require("pages_manage_metadata"));
    }

    private static <N> void into(
            NodeType<N> type,
            Function<N, String> id,
            RegisteredApp app,
            WebhookFields fields,
            Consumer<Ask> permitted) {
        type.edge("subscribed_apps", (node, ask) -> {
            permitted.accept(ask);
            return list(id.apply(node), ask, app);
        });
        type.on("POST", "subscribed_apps", (node, ask) -> {
            permitted.accept(ask);
            var wanted = ask.args().list("subscribed_fields");
            Refusing.asTheGraph(() -> {
                fields.require(wanted);
                return wanted;
            });
            return ask.world().change(w -> {
                Content.of(w).subscriptions().subscribe(product(ask), id.apply(node), wanted);
                return Wire.success();
            });
        });
        type.on("DELETE", "subscribed_apps", (node, ask) -> {
            permitted.accept(ask);
            return ask.world().change(w -> {
                Content.of(w).subscriptions().unsubscribe(product(ask), id.apply(node));
                return Wire.success();
            });
        });
    }

    private static JsonNode list(String subject, Ask ask, RegisteredApp app) {
        var fields = MediaNodes.content(ask).subscriptions().fields(product(ask), subject);
        var answer = Json.object();
        var data = answer.putArray("data");
        if (!fields.isEmpty()) {
            var entry = data.addObject();
            entry.put(ask.host() == GraphHost.FACEBOOK ? "id" : "app_id", app.id());
            var subscribed = entry.putArray("subscribed_fields");
            fields.stream().sorted().forEach(subscribed::add);
        }
        return answer;
    }

    static String product(Ask ask) {
        return ask.host() == GraphHost.FACEBOOK ? "facebook" : "instagram";
    }
}
