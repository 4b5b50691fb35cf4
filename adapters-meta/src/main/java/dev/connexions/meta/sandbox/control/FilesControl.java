package dev.connexions.meta.sandbox.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connexions.meta.sandbox.content.Content;
import dev.connexions.meta.sandbox.files.StoredFile;
import dev.connexions.meta.sandbox.http.Answer;
import dev.connexions.meta.sandbox.http.Call;
import dev.connexions.meta.sandbox.http.Json;
import dev.connexions.meta.sandbox.world.World;
import java.util.List;

/** Pictures and films under made-up public names, for Meta to fetch. */
final class FilesControl implements Resource {

    private final World world;

    FilesControl(World world) {
        this.world = world;
    }

    @Override
    public Answer answer(Call call, List<String> below) {
        return below.isEmpty() ? all(call) : one(call, below.getFirst(), name(below));
    }

    private static String name(List<String> below) {
        return String.join("/", below.subList(1, below.size()));
    }

    private Answer all(Call call) {
        Control.requireMethod(call, "GET", "POST");
        if (call.isGet()) {
            return world.look(w -> Control.items(Content.of(w).files().everything().stream()
                    .map(file -> describe(call, file))
                    .toList()));
        }
        var file = NewFile.read(Members.of(call));
        return world.change(w -> {
            Content.of(w).files().put(file);
            return Answer.json(201, describe(call, file));
        });
    }

    private Answer one(Call call, String host, String name) {
        Control.requireMethod(call, "GET", "DELETE");
        var file = world.look(w -> Content.of(w).files().find(host, name))
                .orElseThrow(() -> ControlRefusalException.notFound("there is no such file"));
        if (call.isGet()) {
            return Answer.json(200, describe(call, file));
        }
        return world.change(w -> {
            Content.of(w).files().remove(host, name);
            return Answer.empty(204);
        });
    }

    private static ObjectNode describe(Call call, StoredFile file) {
        var payload = file.payload();
        return Json.object()
                .put("host", file.host())
                .put("name", file.name())
                .put("url", file.url())
                .put("here", call.origin() + "/" + file.key())
                .put("contentType", payload.contentType())
                .put("size", payload.size())
                .put("status", file.status())
                .put("delayMs", file.delay().toMillis());
    }
}
