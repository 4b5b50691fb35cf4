package dev.connexions.meta.sandbox.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connexions.meta.sandbox.content.Content;
import dev.connexions.meta.sandbox.content.Herald;
import dev.connexions.meta.sandbox.http.Answer;
import dev.connexions.meta.sandbox.http.Call;
import dev.connexions.meta.sandbox.http.Json;
import dev.connexions.meta.sandbox.webhooks.Delivery;
import dev.connexions.meta.sandbox.world.World;
import java.util.List;
import java.util.Locale;

/** Sends the service what Meta would send it, signed; shows what was sent and how it was taken. */
final class WebhooksControl implements Resource {

    private final World world;
    private final Herald herald;

    WebhooksControl(World world, Herald herald) {
        this.world = world;
        this.herald = herald;
    }

    @Override
    public Answer answer(Call call, List<String> below) {
        Control.requireNothingBelow(below);
        Control.requireMethod(call, "GET", "POST", "DELETE");
        if (call.isGet()) {
            return world.look(
                    w -> Control.items(List.copyOf(Content.of(w).outbox().everything()).reversed().stream()
                            .map(WebhooksControl::describe)
                            .toList()));
        }
        if (call.isPost()) {
            var sent = NewWebhook.read(Members.of(call), world, herald).get();
            var items = Json.array();
            sent.forEach(delivery -> items.add(describe(delivery)));
            return Answer.json(201, Json.object().set("items", items));
        }
        return world.change(w -> {
            Content.of(w).outbox().clear();
            return Answer.empty(204);
        });
    }

    private static ObjectNode describe(Delivery delivery) {
        return Json.object()
                .put("id", delivery.id())
                .put("kind", delivery.kind().name().toLowerCase(Locale.ROOT))
                .put("url", delivery.url())
                .put("body", delivery.body())
                .put("createdAt", delivery.createdAt().toString())
                .put("attempts", delivery.attempts())
                .put("arrived", delivery.arrived())
                .put("status", delivery.status())
                .put("answer", delivery.answer())
                .put(
                        "nextAt",
                        delivery.nextAt() == null ? null : delivery.nextAt().toString());
    }
}
