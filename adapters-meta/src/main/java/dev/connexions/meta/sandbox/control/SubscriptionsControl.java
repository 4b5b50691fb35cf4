package dev.connexions.meta.sandbox.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connexions.meta.sandbox.content.Content;
import dev.connexions.meta.sandbox.content.Herald;
import dev.connexions.meta.sandbox.http.Answer;
import dev.connexions.meta.sandbox.http.Call;
import dev.connexions.meta.sandbox.http.Json;
import dev.connexions.meta.sandbox.webhooks.AppSubscription;
import dev.connexions.meta.sandbox.world.World;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the app's dashboard does at Meta: names the callback of a login product's app, which must shake hands first. */
final class SubscriptionsControl implements Resource {

    private final World world;
    private final Herald herald;

    SubscriptionsControl(World world, Herald herald) {
        this.world = world;
        this.herald = herald;
    }

    @Override
    public Answer answer(Call call, List<String> below) {
        Control.requireNothingBelow(below);
        Control.requireMethod(call, "GET", "POST", "DELETE");
        if (call.isPost()) {
            return subscribe(Members.of(call));
        }
        return call.isGet()
                ? world.look(w -> Control.items(Content.of(w).subscriptions().apps().stream()
                        .map(SubscriptionsControl::describe)
                        .toList()))
                : world.change(w -> {
                    Content.of(w).subscriptions().forgetApps();
                    return Answer.empty(204);
                });
    }

    private Answer subscribe(Members members) {
        var product = members.choice("product", Product.class);
        var object = members.text("object");
        var callback = members.requiredText("callbackUrl");
        var verifyToken = members.requiredText("verifyToken");
        var fields = members.requiredText("fields");
        members.end();
        var subscription = new AppSubscription(
                (product == null ? Product.INSTAGRAM : product).name().toLowerCase(Locale.ROOT),
                object == null ? "instagram" : object,
                callback,
                Set.of(fields.split("[, ]+")));
        if (!herald.shakesHands(callback, verifyToken)) {
            throw members.bad("callbackUrl", "did not answer 200 with the challenge");
        }
        return world.change(w -> {
            Content.of(w).subscriptions().put(subscription);
            return Answer.json(201, describe(subscription));
        });
    }

    private static ObjectNode describe(AppSubscription subscription) {
        var node = Json.object()
                .put("product", subscription.product())
                .put("object", subscription.object())
                .put("callbackUrl", subscription.callbackUrl());
        var fields = node.putArray("fields");
        subscription.fields().forEach(fields::add);
        return node;
    }
}
