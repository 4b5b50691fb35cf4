package dev.connexions.meta.sandbox.control;

import dev.connexions.meta.sandbox.people.AccountType;
import dev.connexions.meta.sandbox.people.Ids;
import dev.connexions.meta.sandbox.people.LoginWay;
import dev.connexions.meta.sandbox.people.Page;
import dev.connexions.meta.sandbox.people.Person;
import dev.connexions.meta.sandbox.world.World;
import java.util.Map;

/** @param pages how many pages to make up at once, each with a business account linked to it */
record NewPerson(String username, String password, String name, int pages) {

    private static final int MOST_PAGES = 1000;

    static NewPerson read(Members members) {
        var username = Names.username(members);
        var password = members.requiredText("password");
        var name = members.text("name");
        var pages = members.integer("pages", 0, MOST_PAGES);
        members.end();
        if (password.isEmpty()) {
            throw members.bad("password", "must not be empty");
        }
        return new NewPerson(username, password, name == null ? username : name, pages == null ? 0 : pages);
    }

    Person addTo(World world) {
        var people = world.people();
        if (people.personByUsername(username).isPresent()) {
            throw ControlRefusalException.bad("username", "is taken");
        }
        var id = Ids.next(
                people.countPeople(),
                place -> Ids.person(world.seed(), place),
                taken -> people.person(taken).isPresent());
        var person = new Person(id, username, name, password, null);
        people.put(person);
        var names = new Numbering(username);
        for (var i = 1; i <= pages; i++) {
            addPage(world, person, i, names.next(world));
        }
        return person;
    }

    private void addPage(World world, Person person, int number, String itsUsername) {
        var account = new NewAccount(
                        null,
                        itsUsername,
                        name + " " + number,
                        AccountType.BUSINESS,
                        LoginWay.BOTH,
                        0,
                        person.id(),
                        false)
                .addTo(world);
        new NewPage(
                        null,
                        name + " " + number,
                        "Local business",
                        Map.of(person.id(), NewPage.ALL_TASKS),
                        null,
                        Page.Relation.OWNED,
                        account.id())
                .addTo(world);
    }
}
