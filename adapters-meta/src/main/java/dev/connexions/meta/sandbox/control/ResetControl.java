package dev.connexions.meta.sandbox.control;

import dev.connexions.meta.sandbox.faults.Faults;
import dev.connexions.meta.sandbox.http.Answer;
import dev.connexions.meta.sandbox.http.Call;
import dev.connexions.meta.sandbox.http.Json;
import dev.connexions.meta.sandbox.requests.Requests;
import dev.connexions.meta.sandbox.usage.Meters;
import dev.connexions.meta.sandbox.world.World;
import java.util.List;

/** Everything as at the start: people of the seed, no tokens, no faults, real time. */
final class ResetControl implements Resource {

    private final World world;
    private final Faults faults;
    private final Requests requests;
    private final Meters meters;

    ResetControl(World world, Faults faults, Requests requests, Meters meters) {
        this.world = world;
        this.faults = faults;
        this.requests = requests;
        this.meters = meters;
    }

    @Override
    public Answer answer(Call call, List<String> below) {
        Control.requireNothingBelow(below);
        Control.requireMethod(call, "POST");
        var members = Members.of(call);
        var wanted = members.integer("seed");
        members.end();
        long seed = world.change(w -> {
            w.reset(wanted == null ? w.seed() : wanted);
            return w.seed();
        });
        faults.reset(seed);
        requests.clear();
        meters.clear();
        return Answer.json(200, Json.object().put("seed", seed));
    }
}
