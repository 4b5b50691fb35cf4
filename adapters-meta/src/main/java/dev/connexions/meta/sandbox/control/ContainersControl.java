package dev.connexions.meta.sandbox.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connexions.meta.sandbox.content.Content;
import dev.connexions.meta.sandbox.http.Answer;
import dev.connexions.meta.sandbox.http.Json;
import dev.connexions.meta.sandbox.publishing.Container;
import dev.connexions.meta.sandbox.publishing.Status;
import dev.connexions.meta.sandbox.world.World;

/** What an account had prepared: everything that a test may want to know of it, newest first. */
final class ContainersControl {

    private ContainersControl() {}

    static Answer list(World w, String account) {
        return Control.items(Content.of(w).containers().of(account).stream()
                .map(container -> describe(w, container))
                .toList());
    }

    private static ObjectNode describe(World w, Container container) {
        var status = Status.of(container, Content.of(w).containers(), w.now());
        var asked = Json.object();
        container.asked().forEach(asked::put);
        var children = Json.array();
        container.children().forEach(children::add);
        var node = Json.object()
                .put("id", container.id())
                .put("kind", container.kind().name())
                .put("statusCode", status.code().name())
                .put("failure", status.failure())
                .put("createdAt", container.createdAt().toString())
                .put(
                        "readyAt",
                        container.readyAt() == null ? null : container.readyAt().toString())
                .put("media", container.published())
                .put(
                        "publishedAt",
                        container.publishedAt() == null
                                ? null
                                : container.publishedAt().toString());
        node.set("parameters", asked);
        node.set("children", children);
        return node;
    }
}
