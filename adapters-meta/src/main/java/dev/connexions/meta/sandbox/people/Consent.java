package dev.connexions.meta.sandbox.people;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a person let the app do through Facebook Login. It holds for all of the person's tokens, the older ones too.
 *
 * @param permissions in the order in which they were asked for
 * @param pages the pages that were ticked; absent: all, those to come included
 * @param at when the person last was there, on which the app's access to data depends
 */
public record Consent(
        String person,
        Map<String, Status> permissions,
        @Nullable List<String> pages,
        Instant at) {

    private static final Duration DATA_ACCESS = Duration.ofDays(90);

    public enum Status {
        GRANTED,
        DECLINED
    }

    public Consent {
        permissions = Collections.unmodifiableMap(new LinkedHashMap<>(permissions));
        pages = pages == null ? null : List.copyOf(pages);
    }

    public Set<String> granted() {
        return with(Status.GRANTED);
    }

    public Set<String> declined() {
        return with(Status.DECLINED);
    }

    public boolean covers(Page page) {
        return pages == null || pages.contains(page.id());
    }

    /** Ninety days after the person was last there (dossier 1.4). */
    public Instant dataAccessEnds() {
        return at.plus(DATA_ACCESS);
    }

    /** Without some permissions. */
    public Consent without(Collection<String> revoked) {
        var left = new LinkedHashMap<>(permissions);
        revoked.forEach(permission -> left.replace(permission, Status.DECLINED));
        return new Consent(person, left, pages, at);
    }

    private Set<String> with(Status status) {
        return permissions.entrySet().stream()
                .filter(entry -> entry.getValue() == status)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }
}
