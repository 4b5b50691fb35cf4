package dev.connexions.domain.connexion;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/** Meta permissions by name, sorted, each once. */
public record Scopes(SortedSet<String> names) {

    public static final Scopes NONE = new Scopes(Collections.emptySortedSet());

    public Scopes {
        // not the copy constructor, which would take over the order of whoever made the set
        var sorted = new TreeSet<String>();
        sorted.addAll(names);
        names = Collections.unmodifiableSortedSet(sorted);
    }

    public static Scopes of(Collection<String> names) {
        return new Scopes(new TreeSet<>(names));
    }

    public boolean contains(String name) {
        return names.contains(name);
    }

    public Scopes without(Scopes other) {
        var rest = new TreeSet<>(names);
        rest.removeAll(other.names);
        return new Scopes(rest);
    }
}
