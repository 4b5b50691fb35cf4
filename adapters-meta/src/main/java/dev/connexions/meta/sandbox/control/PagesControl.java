package dev.connexions.meta.sandbox.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connexions.meta.sandbox.http.Answer;
import dev.connexions.meta.sandbox.http.Call;
import dev.connexions.meta.sandbox.http.Json;
import dev.connexions.meta.sandbox.people.Page;
import dev.connexions.meta.sandbox.world.World;
import java.util.List;
import java.util.Locale;

final class PagesControl implements Resource {

    private final World world;

    PagesControl(World world) {
        this.world = world;
    }

    @Override
    public Answer answer(Call call, List<String> below) {
        return switch (below.size()) {
            case 0 -> all(call);
            case 1 -> one(call, below.getFirst());
            case 2 -> act(call, below.getFirst(), below.getLast());
            default -> throw ControlRefusalException.notFound("there is nothing below this");
        };
    }

    private Answer all(Call call) {
        Control.requireMethod(call, "GET", "POST");
        if (call.isPost()) {
            var wanted = NewPage.read(Members.of(call));
            return Answer.json(201, describe(world.change(wanted::addTo)));
        }
        return Excerpt.of(call)
                .of(
                        world.look(w -> w.assets().pages()),
                        page -> List.of(page.id(), page.name()),
                        PagesControl::describe);
    }

    private Answer one(Call call, String id) {
        Control.requireMethod(call, "GET");
        return Answer.json(200, describe(world.look(w -> find(w, id))));
    }

    private Answer act(Call call, String id, String action) {
        Control.requireMethod(call, "POST");
        var members = Members.of(call);
        var changed = switch (action) {
            case "roles" -> world.change(w -> withRole(w, id, members));
            case "link" -> world.change(w -> linked(w, id, members));
            default -> throw ControlRefusalException.notFound("nothing of that name can be done to a page");
        };
        return Answer.json(200, describe(changed));
    }

    /** No task takes the role away: page tokens of that person then answer 190 with the subcode 492. */
    private static Page withRole(World w, String id, Members members) {
        var page = find(w, id);
        var person = members.requiredText("person");
        var tasks = NewPage.tasks(members);
        members.end();
        if (w.people().person(person).isEmpty()) {
            throw members.bad("person", "is nobody's id");
        }
        var next = page.withRole(person, tasks);
        w.assets().put(next);
        return next;
    }

    /** Null unlinks. */
    private static Page linked(World w, String id, Members members) {
        var page = find(w, id);
        var instagram = members.text("instagram");
        members.end();
        var account = NewPage.linkable(w, "instagram", instagram);
        var next = page.linkedTo(account);
        w.assets().put(next);
        return next;
    }

    private static Page find(World w, String id) {
        return w.assets().page(id).orElseThrow(() -> ControlRefusalException.notFound("there is no page of that id"));
    }

    static ObjectNode describe(Page page) {
        var roles = Json.array();
        page.roles().forEach((person, tasks) -> {
            var role = roles.addObject().put("person", person);
            var names = role.putArray("tasks");
            tasks.forEach(task -> names.add(task.name()));
        });
        return Json.object()
                .put("id", page.id())
                .put("name", page.name())
                .put("category", page.category())
                .put("business", page.business())
                .put("relation", page.relation().name().toLowerCase(Locale.ROOT))
                .put("instagram", page.instagram())
                .put("connected", page.connected())
                .set("roles", roles);
    }
}
