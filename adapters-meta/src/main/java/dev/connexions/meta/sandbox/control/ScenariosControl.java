package dev.connexions.meta.sandbox.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connexions.meta.sandbox.faults.Scenarios;
import dev.connexions.meta.sandbox.faults.Scenarios.Scenario;
import dev.connexions.meta.sandbox.http.Answer;
import dev.connexions.meta.sandbox.http.Call;
import dev.connexions.meta.sandbox.http.Json;
import java.util.List;

/** The faults that can be planted by name, and where each was seen. */
final class ScenariosControl implements Resource {

    @Override
    public Answer answer(Call call, List<String> below) {
        Control.requireNothingBelow(below);
        Control.requireMethod(call, "GET");
        return Control.items(
                Scenarios.KNOWN.all().stream().map(ScenariosControl::describe).toList());
    }

    private static ObjectNode describe(Scenario scenario) {
        return Json.object()
                .put("name", scenario.name())
                .put("what", scenario.what())
                .put("seen", scenario.seen())
                .set("fault", scenario.fault().deepCopy());
    }
}
