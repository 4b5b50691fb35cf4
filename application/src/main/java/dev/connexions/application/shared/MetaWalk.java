package dev.connexions.application.shared;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A whole list of Meta's, page after page.
 *
 * @param items what was read, also when something stopped it
 * @param unreadable as of {@link MetaPage.Loaded}
 * @param stoppedBy absent when the end was reached
 */
public record MetaWalk<T>(
        List<T> items, int unreadable, @Nullable MetaFailure stoppedBy) {

    public MetaWalk {
        items = List.copyOf(items);
    }

    public static <T> MetaWalk<T> toTheEnd(Function<PageOf, MetaPage<T>> pages) {
        var items = new ArrayList<T>();
        var seen = new HashSet<PageCursor>();
        var unreadable = 0;
        var page = PageOf.first(PageOf.MOST);
        while (true) {
            switch (pages.apply(page)) {
                case MetaPage.Failed<T>(var why) -> {
                    return new MetaWalk<>(items, unreadable, why);
                }
                case MetaPage.Loaded<T>(var some, var skipped, var next) -> {
                    items.addAll(some);
                    unreadable += skipped;
                    // a list that comes back to where it was has no end; what follows was read already
                    if (next == null || !seen.add(next)) {
                        return new MetaWalk<>(items, unreadable, null);
                    }
                    page = new PageOf(PageOf.MOST, next);
                }
            }
        }
    }
}
