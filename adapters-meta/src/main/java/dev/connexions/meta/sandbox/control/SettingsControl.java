package dev.connexions.meta.sandbox.control;

import dev.connexions.meta.sandbox.http.Answer;
import dev.connexions.meta.sandbox.http.Call;
import dev.connexions.meta.sandbox.world.World;
import java.util.List;

/** What is not known for certain of Meta, and so can be had either way; what is not named stays as it is. */
final class SettingsControl implements Resource {

    private final World world;

    SettingsControl(World world) {
        this.world = world;
    }

    @Override
    public Answer answer(Call call, List<String> below) {
        Control.requireNothingBelow(below);
        Control.requireMethod(call, "GET", "POST");
        if (call.isPost()) {
            change(Members.of(call));
        }
        return Answer.json(200, world.settings().describe());
    }

    /** All or none. */
    private void change(Members members) {
        members.eachNamed((name, value) -> {
            var setting = world.settings().named(name).orElseThrow(() -> members.bad(name, "is no setting"));
            if (!setting.takes(value)) {
                throw members.bad(name, setting.rule());
            }
        });
        world.change(w -> {
            members.eachNamed((name, value) ->
                    w.settings().named(name).ifPresent(setting -> w.settings().set(setting, value)));
            return w;
        });
    }
}
