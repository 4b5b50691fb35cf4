package dev.connexions.meta.sandbox.control;

import dev.connexions.meta.sandbox.faults.Faults;
import dev.connexions.meta.sandbox.http.Answer;
import dev.connexions.meta.sandbox.http.Call;
import dev.connexions.meta.sandbox.world.World;
import java.util.List;

final class FaultsControl implements Resource {

    private final Faults faults;
    private final World world;

    FaultsControl(Faults faults, World world) {
        this.faults = faults;
        this.world = world;
    }

    @Override
    public Answer answer(Call call, List<String> below) {
        return switch (below.size()) {
            case 0 -> all(call);
            case 1 -> one(call, below.getFirst());
            default -> throw ControlRefusalException.notFound("there is nothing below this");
        };
    }

    private Answer all(Call call) {
        Control.requireMethod(call, "GET", "POST", "DELETE");
        if (call.isPost()) {
            var wanted = NewFault.read(Members.of(call).overScenario(), this::isKnown, world.now());
            return Answer.json(201, FaultDescription.of(faults.plant(wanted)));
        }
        if (call.isGet()) {
            return Control.items(
                    faults.alive().stream().map(FaultDescription::of).toList());
        }
        faults.clear();
        return Answer.empty(204);
    }

    private Answer one(Call call, String id) {
        Control.requireMethod(call, "GET", "DELETE");
        if (call.isGet()) {
            return Answer.json(200, FaultDescription.of(faults.find(id).orElseThrow(FaultsControl::unknown)));
        }
        if (!faults.remove(id)) {
            throw unknown();
        }
        return Answer.empty(204);
    }

    private boolean isKnown(String account) {
        return world.look(w -> w.people().account(account).isPresent());
    }

    private static ControlRefusalException unknown() {
        return ControlRefusalException.notFound("there is no fault of that id, or it is over");
    }
}
