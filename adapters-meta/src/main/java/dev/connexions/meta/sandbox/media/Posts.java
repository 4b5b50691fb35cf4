package dev.connexions.meta.sandbox.media;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** All posts of all accounts. Guarded by its owner's lock. */
public final class Posts {

    /** Meta shows no more of an account than this many. */
    private static final int SHOWN = 10_000;

    private static final Comparator<Post> NEWEST_FIRST =
            Comparator.comparing(Post::at).thenComparing(Post::id).reversed();

    private final Map<String, Post> posts = new LinkedHashMap<>();
    private final Map<String, List<String>> byAccount = new LinkedHashMap<>();
    private final NavigableMap<Instant, List<String>> storiesByEnd = new TreeMap<>();

    public void put(Post post) {
        if (posts.put(post.id(), post) == null) {
            byAccount.computeIfAbsent(post.account(), a -> new ArrayList<>()).add(post.id());
            if (post.isStory()) {
                storiesByEnd
                        .computeIfAbsent(post.endsAt(), end -> new ArrayList<>())
                        .add(post.id());
            }
        }
    }

    /** With an album go its children. */
    public void remove(Post post) {
        post.children().stream().map(posts::get).forEach(this::forget);
        forget(post);
    }

    private void forget(Post post) {
        posts.remove(post.id());
        byAccount.getOrDefault(post.account(), new ArrayList<>()).remove(post.id());
    }

    public Optional<Post> find(String id) {
        return Optional.ofNullable(posts.get(id));
    }

    /** Posts and reels, newest first: no stories, no children of albums. */
    public List<Post> feed(String account) {
        return of(account, post -> !post.isStory()).stream().limit(SHOWN).toList();
    }

    /** Those that are shown at that time, newest first. */
    public List<Post> stories(String account, Instant now) {
        return of(account, post -> post.isStory() && post.isShown(now));
    }

    /** Those that were over at a time, and not yet at an earlier one. */
    public List<Post> storiesOver(Instant earlier, Instant now) {
        return storiesByEnd.subMap(earlier, false, now, true).values().stream()
                .flatMap(List::stream)
                .flatMap(id -> find(id).stream())
                .toList();
    }

    /** Everything an account ever showed, newest first, without children of albums. */
    public List<Post> all(String account) {
        return of(account, post -> true);
    }

    public List<Post> children(Post album) {
        return album.children().stream().map(posts::get).toList();
    }

    /** How many count towards the publishing limit since then. */
    public int countedSince(String account, Instant since) {
        return of(account, post -> post.origin().counted() && post.at().isAfter(since))
                .size();
    }

    public Collection<Post> everything() {
        return List.copyOf(posts.values());
    }

    public void clear() {
        posts.clear();
        byAccount.clear();
        storiesByEnd.clear();
    }

    private List<Post> of(String account, Predicate<Post> wanted) {
        return byAccount.getOrDefault(account, List.of()).stream()
                .map(posts::get)
                .filter(post -> !post.isChild())
                .filter(wanted)
                .sorted(NEWEST_FIRST)
                .toList();
    }
}
