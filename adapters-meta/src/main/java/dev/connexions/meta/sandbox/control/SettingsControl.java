package dev.connexions.meta.sandbox.control;

import dev.connexions.meta.sandbox.http.Answer;
import dev.connexions.meta.sandbox.http.Call;
import dev.connexions.meta.sandbox.http.Json;
import dev.connexions.meta.sandbox.world.AnswerShape;
import dev.connexions.meta.sandbox.world.World;
import java.util.List;
import java.util.Locale;

/** What is not known for certain of Meta, and so can be had either way. */
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
            var members = Members.of(call);
            var shape = members.required("answers", members.choice("answers", AnswerShape.class));
            members.end();
            world.change(w -> {
                w.answerIn(shape);
                return shape;
            });
        }
        return Answer.json(
                200,
                Json.object().put("answers", world.look(World::shape).name().toLowerCase(Locale.ROOT)));
    }
}
