package dev.connexions.meta.sandbox.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connexions.meta.sandbox.http.Answer;
import dev.connexions.meta.sandbox.http.Call;
import dev.connexions.meta.sandbox.http.Json;
import dev.connexions.meta.sandbox.people.Business;
import dev.connexions.meta.sandbox.people.Ids;
import dev.connexions.meta.sandbox.people.Page;
import dev.connexions.meta.sandbox.world.World;
import java.util.List;

final class BusinessesControl implements Resource {

    private final World world;

    BusinessesControl(World world) {
        this.world = world;
    }

    @Override
    public Answer answer(Call call, List<String> below) {
        Control.requireNothingBelow(below);
        Control.requireMethod(call, "GET", "POST");
        return call.isPost()
                ? add(call)
                : world.look(w -> Control.items(w.assets().businesses().stream()
                        .map(business -> describe(w, business))
                        .toList()));
    }

    private Answer add(Call call) {
        var members = Members.of(call);
        var name = members.requiredText("name");
        var people = members.required("people", members.texts("people"));
        members.end();
        return world.change(w -> {
            for (var person : people) {
                if (w.people().person(person).isEmpty()) {
                    throw members.bad("people", "names nobody: " + person);
                }
            }
            var id = Ids.next(
                    w.assets().countBusinesses(),
                    place -> Ids.business(w.seed(), place),
                    taken -> w.assets().business(taken).isPresent());
            var business = new Business(id, name, people);
            w.assets().put(business);
            return Answer.json(201, describe(w, business));
        });
    }

    private static ObjectNode describe(World w, Business business) {
        var node = Json.object().put("id", business.id()).put("name", business.name());
        var people = node.putArray("people");
        business.people().forEach(people::add);
        var pages = node.putArray("pages");
        w.assets().pagesIn(business).stream().map(Page::id).forEach(pages::add);
        return node;
    }
}
