package dev.connexions.meta.sandbox.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connexions.meta.sandbox.content.Herald;
import dev.connexions.meta.sandbox.http.Answer;
import dev.connexions.meta.sandbox.http.Call;
import dev.connexions.meta.sandbox.http.Json;
import dev.connexions.meta.sandbox.people.Account;
import dev.connexions.meta.sandbox.people.Page;
import dev.connexions.meta.sandbox.people.Person;
import dev.connexions.meta.sandbox.people.Trouble;
import dev.connexions.meta.sandbox.world.World;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

final class PeopleControl implements Resource {

    private final World world;
    private final Herald herald;

    PeopleControl(World world, Herald herald) {
        this.world = world;
        this.herald = herald;
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
            var wanted = NewPerson.read(Members.of(call));
            return world.change(w -> Answer.json(201, describe(w, wanted.addTo(w))));
        }
        return Excerpt.of(call)
                .of(
                        world.look(w -> w.people().people()),
                        person -> List.of(person.id(), person.username(), person.name()),
                        person -> world.look(w -> describe(w, person)));
    }

    private Answer one(Call call, String id) {
        Control.requireMethod(call, "GET");
        return Answer.json(200, world.look(w -> describe(w, find(w, id))));
    }

    private Answer act(Call call, String id, String action) {
        Control.requireMethod(call, "POST");
        Members.of(call).end();
        var kind = Deeds.kind(action);
        var person = world.change(w -> Deeds.afflict(w, find(w, id), kind));
        if (kind == Trouble.Kind.REVOKED) {
            herald.removed(person);
        }
        return Answer.json(200, world.look(w -> describe(w, person)));
    }

    private static Person find(World w, String id) {
        return w.people().person(id).orElseThrow(() -> ControlRefusalException.notFound("there is nobody of that id"));
    }

    private static ObjectNode describe(World w, Person person) {
        var node = Json.object()
                .put("id", person.id())
                .put("username", person.username())
                .put("name", person.name())
                .put("password", person.password())
                .put("condition", condition(person.trouble()));
        var accounts = node.putArray("accounts");
        w.people().ownedBy(person.id()).stream().map(Account::id).forEach(accounts::add);
        var pages = node.putArray("pages");
        w.assets().pagesOf(person.id()).stream().map(Page::id).forEach(pages::add);
        return node;
    }

    static String condition(@Nullable Trouble trouble) {
        return trouble == null ? "fine" : trouble.kind().name().toLowerCase(Locale.ROOT);
    }
}
