package dev.connexions.domain.connexion;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/** Meta permissions by name, sorted, each once. */
public record Scopes(SortedSet<String> names) {

    public static final Scopes NONE = new Scopes(Collections.emptySortedSet());

    public Scopes {
        names = Collections.unmodifiableSortedSet(new TreeSet<>(names));
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
