package dev.connexions.domain.audit;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What changed, by member name, before and after. Never a secret: what is written here is shown. */
public record Details(SortedMap<String, Difference> changes) {

    public static final Details NONE = new Details(Collections.emptySortedMap());

    public record Difference(
            @Nullable String before, @Nullable String after) {}

    public Details {
        // not the copy constructor, which would take over the order of whoever made the map
        var sorted = new TreeMap<String, Difference>();
        sorted.putAll(changes);
        changes = Collections.unmodifiableSortedMap(sorted);
    }

    public static Details of(Map<String, Difference> changes) {
        return new Details(new TreeMap<>(changes));
    }

    public Details and(String member, @Nullable String before, @Nullable String after) {
        var more = new TreeMap<>(changes);
        more.put(member, new Difference(before, after));
        return new Details(more);
    }
}
