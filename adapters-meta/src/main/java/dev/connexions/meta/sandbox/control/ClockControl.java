package dev.connexions.meta.sandbox.control;

import dev.connexions.meta.sandbox.http.Answer;
import dev.connexions.meta.sandbox.http.Call;
import dev.connexions.meta.sandbox.http.Json;
import dev.connexions.meta.sandbox.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

final class ClockControl implements Resource {

    /** Wide enough for any test, and no sum of times overflows within. */
    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

    private final World world;

    ClockControl(World world) {
        this.world = world;
    }

    @Override
    public Answer answer(Call call, List<String> below) {
        Control.requireNothingBelow(below);
        Control.requireMethod(call, "GET", "POST");
        if (call.isPost()) {
            move(call);
        }
        return Answer.json(200, Json.object().put("now", world.now().toString()));
    }

    private void move(Call call) {
        var members = Members.of(call);
        var advance = members.duration("advance");
        var set = members.instant("set");
        members.end();
        if ((advance == null) == (set == null)) {
            throw ControlRefusalException.bad("advance", "either this or set must be given");
        }
        world.change(w -> {
            if (set != null) {
                requireSane("set", set);
                w.clock().set(set);
            } else if (advance != null) {
                requireSane("advance", sum(w.now(), advance));
                w.clock().advance(advance);
            }
            return w;
        });
    }

    private static @Nullable Instant sum(Instant now, Duration advance) {
        return advance.compareTo(Duration.between(now, LAST)) > 0 ? null : now.plus(advance);
    }

    private static void requireSane(String field, @Nullable Instant target) {
        if (target == null || target.isBefore(FIRST) || target.isAfter(LAST)) {
            throw ControlRefusalException.bad(field, "must lead to a moment between " + FIRST + " and " + LAST);
        }
    }
}
