package dev.connexions.meta.sandbox.publishing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Every container there was in the last weeks. Guarded by its owner's lock. */
public final class Containers {

    /** Long enough for whoever asks what became of one. */
    private static final Duration REMEMBERED = Duration.ofDays(30);

    private final Map<String, Container> containers = new LinkedHashMap<>();
    private final Map<String, Deque<String>> byAccount = new LinkedHashMap<>();

    public void put(Container container) {
        if (containers.put(container.id(), container) == null) {
            byAccount
                    .computeIfAbsent(container.account(), a -> new ArrayDeque<>())
                    .addFirst(container.id());
        }
    }

    public Optional<Container> find(String id) {
        return Optional.ofNullable(containers.get(id));
    }

    /** Newest first. */
    public List<Container> of(String account) {
        return ids(account).stream().map(this::existing).toList();
    }

    int createdSince(String account, Instant since) {
        return (int) ids(account).stream()
                .map(this::existing)
                .takeWhile(container -> container.createdAt().isAfter(since))
                .count();
    }

    void forgetOld(String account, Instant now) {
        var ids = ids(account);
        while (!ids.isEmpty()
                && existing(ids.getLast()).createdAt().plus(REMEMBERED).isBefore(now)) {
            containers.remove(ids.removeLast());
        }
    }

    public Collection<Container> everything() {
        return List.copyOf(containers.values());
    }

    public void clear() {
        containers.clear();
        byAccount.clear();
    }

    private Container existing(String id) {
        return Objects.requireNonNull(containers.get(id));
    }

    private Deque<String> ids(String account) {
        return byAccount.getOrDefault(account, new ArrayDeque<>());
    }
}
