package dev.connexions.meta.sandbox.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connexions.meta.sandbox.http.Answer;
import dev.connexions.meta.sandbox.http.Call;
import dev.connexions.meta.sandbox.http.Json;
import dev.connexions.meta.sandbox.people.Account;
import dev.connexions.meta.sandbox.people.Ids;
import dev.connexions.meta.sandbox.people.People;
import dev.connexions.meta.sandbox.people.Person;
import dev.connexions.meta.sandbox.world.World;
import java.util.List;

final class PeopleControl implements Resource {

    private final World world;

    PeopleControl(World world) {
        this.world = world;
    }

    @Override
    public Answer answer(Call call, List<String> below) {
        Control.requireNothingBelow(below);
        Control.requireMethod(call, "GET", "POST");
        return call.isPost()
                ? add(call)
                : world.look(w -> Control.items(w.people().people().stream()
                        .map(person -> describe(w.people(), person))
                        .toList()));
    }

    private Answer add(Call call) {
        var members = Members.of(call);
        var username = Names.username(members);
        var password = members.requiredText("password");
        var name = members.text("name");
        members.end();
        if (password.isEmpty()) {
            throw members.bad("password", "must not be empty");
        }
        return world.change(w -> {
            var people = w.people();
            if (people.personByUsername(username).isPresent()) {
                throw members.bad("username", "is taken");
            }
            var person = new Person(
                    Ids.person(w.seed(), people.countPeople()), username, name == null ? username : name, password);
            people.put(person);
            return Answer.json(201, describe(people, person));
        });
    }

    private static ObjectNode describe(People people, Person person) {
        var owned = Json.array();
        people.ownedBy(person.id()).stream().map(Account::id).forEach(owned::add);
        return Json.object()
                .put("id", person.id())
                .put("username", person.username())
                .put("name", person.name())
                .put("password", person.password())
                .set("accounts", owned);
    }
}
