package dev.connexions.meta.sandbox.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connexions.meta.sandbox.faults.Behaviour;
import dev.connexions.meta.sandbox.faults.Fault;
import dev.connexions.meta.sandbox.http.Json;

/** A fault as the API shows it. */
final class FaultDescription {

    private FaultDescription() {}

    static ObjectNode of(Fault fault) {
        var match = Json.object()
                .put("method", fault.match().method())
                .put(
                        "path",
                        fault.match().path() == null
                                ? null
                                : fault.match().path().toString())
                .put("account", fault.match().account())
                .put("token", fault.match().token())
                .put("fresh", fault.match().fresh());
        var node = Json.object()
                .put("id", fault.id())
                .put("behaviour", fault.behaviour().code());
        node.set("match", match);
        node.put("status", fault.status());
        if (fault.code() != null) {
            node.set("error", Json.object().put("code", fault.code()).put("subcode", fault.subcode()));
        }
        if (fault.body() != null) {
            node.set("body", fault.body());
        }
        if (fault.behaviour() == Behaviour.THROTTLE) {
            node.put("usage", fault.usage());
        }
        return node.put("delayMs", fault.delay().toMillis())
                .put("times", fault.times())
                .put("until", fault.until() == null ? null : fault.until().toString())
                .put("probability", fault.probability());
    }
}
