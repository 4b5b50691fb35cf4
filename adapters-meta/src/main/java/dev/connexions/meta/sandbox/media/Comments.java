package dev.connexions.meta.sandbox.media;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was said under the posts, by post, in the order in which it was said. Guarded by its owner's lock. */
public final class Comments {

    private final Map<String, Comment> comments = new LinkedHashMap<>();
    private final Map<String, List<String>> byPost = new LinkedHashMap<>();

    public void put(Comment comment) {
        if (comments.put(comment.id(), comment) == null) {
            byPost.computeIfAbsent(comment.post(), p -> new ArrayList<>()).add(comment.id());
        }
    }

    /** With a comment go its replies. */
    public void remove(Comment comment) {
        replies(comment).forEach(this::forget);
        forget(comment);
    }

    public void removeUnder(Post post) {
        under(post.id()).forEach(this::forget);
    }

    private void forget(Comment comment) {
        comments.remove(comment.id());
        byPost.getOrDefault(comment.post(), new ArrayList<>()).remove(comment.id());
    }

    public Optional<Comment> find(String id) {
        return Optional.ofNullable(comments.get(id));
    }

    /** The newest first, without replies. */
    public List<Comment> top(Post post) {
        return under(post.id()).stream()
                .filter(comment -> comment.parent() == null)
                .toList()
                .reversed();
    }

    /** The eldest first, as a conversation goes. */
    public List<Comment> replies(Comment top) {
        return under(top.post()).stream()
                .filter(comment -> top.id().equals(comment.parent()))
                .toList();
    }

    public int count(Post post) {
        return byPost.getOrDefault(post.id(), List.of()).size();
    }

    public Collection<Comment> everything() {
        return List.copyOf(comments.values());
    }

    public void clear() {
        comments.clear();
        byPost.clear();
    }

    /** All of it, replies too, in the order in which it was said. */
    public List<Comment> under(Post post) {
        return under(post.id());
    }

    private List<Comment> under(String post) {
        return byPost.getOrDefault(post, List.of()).stream().map(comments::get).toList();
    }
}
