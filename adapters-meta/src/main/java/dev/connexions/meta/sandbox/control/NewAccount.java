package dev.connexions.meta.sandbox.control;

import dev.connexions.meta.sandbox.people.Account;
import dev.connexions.meta.sandbox.people.AccountType;
import dev.connexions.meta.sandbox.people.Ids;
import dev.connexions.meta.sandbox.people.LoginWay;
import dev.connexions.meta.sandbox.people.Page;
import dev.connexions.meta.sandbox.people.Person;
import dev.connexions.meta.sandbox.world.World;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * @param id absent: the next in line
 * @param owner a person's id; absent: somebody of the account's name, with the password {@code password}
 * @param withPage whether a page of its own is made for it, linked to it and owned by its owner
 */
record NewAccount(
        @Nullable String id,
        String username,
        String name,
        AccountType type,
        LoginWay login,
        int followers,
        @Nullable String owner,
        boolean withPage) {

    private static final int MOST_FOLLOWERS = 1_000_000_000;

    /** At most what a number of 64 bits holds, as which Meta sometimes answers it. */
    private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,17}");

    static NewAccount read(Members members) {
        var id = members.text("id");
        var username = Names.username(members);
        var name = members.text("name");
        var type = members.choice("type", AccountType.class);
        var login = members.choice("login", LoginWay.class);
        var followers = members.integer("followers", 0, MOST_FOLLOWERS);
        var owner = members.text("owner");
        var withPage = members.flag("page");
        members.end();
        if (id != null && !ID.matcher(id).matches()) {
            throw members.bad("id", "must be 1 to 18 digits");
        }
        return new NewAccount(
                id,
                username,
                name == null ? username : name,
                type == null ? AccountType.BUSINESS : type,
                login == null ? LoginWay.INSTAGRAM : login,
                followers == null ? 0 : followers,
                owner,
                withPage == null ? login != null && login.throughFacebook() : withPage);
    }

    /** The same under another name. */
    NewAccount named(String another) {
        return new NewAccount(id, another, another, type, login, followers, owner, withPage);
    }

    Account addTo(World world) {
        var people = world.people();
        if (id != null && people.account(id).isPresent()) {
            throw ControlRefusalException.bad("id", "is taken");
        }
        if (people.byUsername(username).isPresent()) {
            throw ControlRefusalException.bad("username", "is taken");
        }
        if (owner != null && people.person(owner).isEmpty()) {
            throw ControlRefusalException.bad("owner", "is nobody's id");
        }
        var seed = world.seed();
        // an account's two ids are of one place, or the second might be another's
        var place = Ids.free(
                people.countAccounts(),
                p -> people.account(Ids.account(seed, p)).isPresent());
        var person = owner == null ? somebody(world) : people.person(owner).orElseThrow();
        people.put(person);
        var account = new Account(
                id == null ? Ids.account(seed, place) : id,
                Ids.scoped(id == null ? seed : seed ^ Long.parseLong(id), place),
                username,
                name,
                type,
                login,
                person.id(),
                followers,
                null);
        people.put(account);
        if (withPage) {
            page(account).addTo(world);
        }
        return account;
    }

    private static NewPage page(Account account) {
        var roles = Map.of(account.owner(), NewPage.ALL_TASKS);
        return new NewPage(null, account.name(), "Local business", roles, null, Page.Relation.OWNED, account.id());
    }

    private Person somebody(World world) {
        var people = world.people();
        var itsId = Ids.next(
                people.countPeople(),
                place -> Ids.person(world.seed(), place),
                taken -> people.person(taken).isPresent());
        return new Person(itsId, username, name, "password", null);
    }
}
