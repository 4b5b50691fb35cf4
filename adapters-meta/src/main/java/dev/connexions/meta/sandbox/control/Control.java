package dev.connexions.meta.sandbox.control;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connexions.meta.sandbox.faults.Faults;
import dev.connexions.meta.sandbox.http.Answer;
import dev.connexions.meta.sandbox.http.Call;
import dev.connexions.meta.sandbox.http.Json;
import dev.connexions.meta.sandbox.requests.Requests;
import dev.connexions.meta.sandbox.world.World;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** {@code /_sandbox}: no credential, since the whole sandbox is a test tool. */
public final class Control {

    public static final String HOST = "_sandbox";

    private final Map<String, Resource> resources;

    public Control(World world, Faults faults, Requests requests) {
        resources = Map.of(
                "clock", new ClockControl(world),
                "people", new PeopleControl(world),
                "accounts", new AccountsControl(world),
                "faults", new FaultsControl(faults, world),
                "requests", new RequestsControl(requests),
                "settings", new SettingsControl(world),
                "reset", new ResetControl(world, faults, requests));
    }

    public Answer answer(Call call) {
        try {
            var segments = call.address().segments();
            var resource = resources.get(segments.getFirst());
            if (resource == null) {
                throw ControlRefusalException.notFound("the control API has no such resource");
            }
            return resource.answer(call, segments.subList(1, segments.size()));
        } catch (ControlRefusalException refused) {
            return refused.answer();
        }
    }

    static Answer items(Collection<? extends JsonNode> items) {
        return Answer.json(200, Json.object().set("items", Json.array().addAll(items)));
    }

    static void requireMethod(Call call, String... methods) {
        for (var method : methods) {
            if (call.method().equals(method)) {
                return;
            }
        }
        throw ControlRefusalException.wrongMethod(call.method());
    }

    static void requireNothingBelow(List<String> below) {
        if (!below.isEmpty()) {
            throw ControlRefusalException.notFound("there is nothing below this");
        }
    }
}
