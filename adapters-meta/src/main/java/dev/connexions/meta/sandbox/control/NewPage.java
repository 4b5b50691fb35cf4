package dev.connexions.meta.sandbox.control;

import dev.connexions.meta.sandbox.people.Account;
import dev.connexions.meta.sandbox.people.Ids;
import dev.connexions.meta.sandbox.people.Page;
import dev.connexions.meta.sandbox.people.Task;
import dev.connexions.meta.sandbox.world.World;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * @param id absent: the next in line
 * @param people who have a role in it, with what they may do
 * @param instagram an account's id: a professional one is linked, a personal one merely connected
 */
record NewPage(
        @Nullable String id,
        String name,
        String category,
        Map<String, List<Task>> people,
        @Nullable String business,
        Page.Relation relation,
        @Nullable String instagram) {

    static final List<Task> ALL_TASKS = List.of(Task.values());

    private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,17}");

    static NewPage read(Members members) {
        var id = members.text("id");
        var name = members.requiredText("name");
        var category = members.text("category");
        var owner = members.requiredText("owner");
        var tasks = tasks(members);
        var business = members.text("business");
        var relation = members.choice("relation", Page.Relation.class);
        var instagram = members.text("instagram");
        members.end();
        if (id != null && !ID.matcher(id).matches()) {
            throw members.bad("id", "must be 1 to 18 digits");
        }
        return new NewPage(
                id,
                name,
                category == null ? "Local business" : category,
                Map.of(owner, tasks),
                business,
                relation == null ? Page.Relation.OWNED : relation,
                instagram);
    }

    /** Absent: all there are. */
    static List<Task> tasks(Members members) {
        var names = members.texts("tasks");
        if (names == null) {
            return ALL_TASKS;
        }
        return names.stream()
                .map(name -> ALL_TASKS.stream()
                        .filter(task -> task.name().equalsIgnoreCase(name))
                        .findFirst()
                        .orElseThrow(() -> members.bad("tasks", "must be some of " + ALL_TASKS)))
                .toList();
    }

    Page addTo(World world) {
        var assets = world.assets();
        if (id != null && assets.page(id).isPresent()) {
            throw ControlRefusalException.bad("id", "is taken");
        }
        for (var person : people.keySet()) {
            if (world.people().person(person).isEmpty()) {
                throw ControlRefusalException.bad("owner", "is nobody's id");
            }
        }
        if (business != null && assets.business(business).isEmpty()) {
            throw ControlRefusalException.bad("business", "is no portfolio's id");
        }
        var account = linkable(world, "instagram", instagram);
        var roles = new LinkedHashMap<>(people);
        roles.values().removeIf(List::isEmpty);
        var page = new Page(
                        id == null
                                ? Ids.next(assets.countPages(), place -> Ids.page(world.seed(), place), assets::hasPage)
                                : id,
                        name,
                        category,
                        business,
                        relation,
                        null,
                        null,
                        roles)
                .linkedTo(account);
        assets.put(page);
        return page;
    }

    static @Nullable Account linkable(World world, String field, @Nullable String id) {
        if (id == null) {
            return null;
        }
        var account =
                world.people().account(id).orElseThrow(() -> ControlRefusalException.bad(field, "is no account's id"));
        if (world.assets().linkedTo(account).isPresent()) {
            throw ControlRefusalException.bad(field, "is linked to another page");
        }
        return account;
    }
}
