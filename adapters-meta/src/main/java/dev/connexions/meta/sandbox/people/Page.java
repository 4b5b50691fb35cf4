package dev.connexions.meta.sandbox.people;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A Facebook page.
 *
 * @param business the portfolio that it is in, if any: then its people see it only through that
 * @param relation whether the portfolio owns it or works for whoever does
 * @param instagram the professional account that is linked, if any
 * @param connected the account connected in the page's settings, of whatever type
 * @param roles by person
 */
public record Page(
        String id,
        String name,
        String category,
        @Nullable String business,
        Relation relation,
        @Nullable String instagram,
        @Nullable String connected,
        Map<String, List<Task>> roles) {

    public enum Relation {
        OWNED,
        CLIENT
    }

    public Page {
        // in their order, which must be the same each time
        roles = Collections.unmodifiableMap(new LinkedHashMap<>(roles));
    }

    /** Nobody's page has none of them: a role is at least one task. */
    public List<Task> tasksOf(String person) {
        return roles.getOrDefault(person, List.of());
    }

    public boolean hasRole(String person) {
        return roles.containsKey(person);
    }

    /** @param tasks none takes the role away */
    public Page withRole(String person, List<Task> tasks) {
        var next = new LinkedHashMap<>(roles);
        if (tasks.isEmpty()) {
            next.remove(person);
        } else {
            next.put(person, List.copyOf(tasks));
        }
        return new Page(id, name, category, business, relation, instagram, connected, next);
    }

    /** A personal account is merely connected. */
    public Page linkedTo(@Nullable Account account) {
        return new Page(
                id,
                name,
                category,
                business,
                relation,
                account == null || !account.professional() ? null : account.id(),
                account == null ? null : account.id(),
                roles);
    }
}
