package dev.connexions.meta.sandbox.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connexions.meta.sandbox.http.Answer;
import dev.connexions.meta.sandbox.http.Call;
import dev.connexions.meta.sandbox.http.Json;
import dev.connexions.meta.sandbox.usage.Meters;
import dev.connexions.meta.sandbox.usage.Reading;
import dev.connexions.meta.sandbox.usage.Regime;
import dev.connexions.meta.sandbox.world.World;
import java.util.List;
import java.util.Locale;

/** What is used up of Meta's limits, and how to have it used up without all the calls. */
final class UsageControl implements Resource {

    private static final int ALL = 100;

    private final Meters meters;
    private final World world;

    UsageControl(Meters meters, World world) {
        this.meters = meters;
        this.world = world;
    }

    @Override
    public Answer answer(Call call, List<String> below) {
        Control.requireNothingBelow(below);
        Control.requireMethod(call, "GET", "POST", "DELETE");
        if (call.isPost()) {
            return set(Members.of(call));
        }
        if (call.isGet()) {
            return Control.items(world.look(meters::all).stream()
                    .map(entry -> describe(entry.key(), entry.reading()))
                    .toList());
        }
        meters.clear();
        return Answer.empty(204);
    }

    private Answer set(Members members) {
        var regime = members.required("regime", members.choice("regime", Regime.class));
        var id = regime == Regime.APP ? Meters.THE_APP : members.requiredText("id");
        var percent = members.required("percent", members.integer("percent", 0, ALL));
        members.end();
        var key = new Meters.Key(regime, id);
        if (world.look(w -> meters.isUnlimited(w, key))) {
            throw members.bad("regime", "has no limit: give it one in the settings first");
        }
        return Answer.json(200, describe(key, world.look(w -> meters.set(w, key, percent))));
    }

    private static ObjectNode describe(Meters.Key key, Reading reading) {
        return Json.object()
                .put("regime", key.regime().name().toLowerCase(Locale.ROOT))
                .put("id", key.id())
                .put("percent", reading.percent())
                .put("minutesToRegain", reading.minutes());
    }
}
