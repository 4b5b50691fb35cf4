package dev.connexions.meta.sandbox.publishing;

import dev.connexions.meta.sandbox.media.ContentIds;
import dev.connexions.meta.sandbox.media.MediaType;
import dev.connexions.meta.sandbox.media.Post;
import dev.connexions.meta.sandbox.media.Posts;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A container becomes a post. */
final class Premiere {

    private final Containers containers;
    private final Posts posts;
    private final ContentIds ids;
    private final long seed;
    private final Instant now;

    Premiere(Containers containers, Posts posts, ContentIds ids, long seed, Instant now) {
        this.containers = containers;
        this.posts = posts;
        this.ids = ids;
        this.seed = seed;
        this.now = now;
    }

    String show(Container container, boolean counted, boolean childrenToo) {
        var id = ids.post(seed);
        var children = container.children().stream()
                .map(child -> containers.find(child).orElseThrow())
                .map(child -> showChild(child, id, childrenToo))
                .toList();
        posts.put(post(container, id, null, counted, children));
        containers.put(container.publishedAs(id, now));
        return id;
    }

    private String showChild(Container child, String album, boolean published) {
        var id = ids.post(seed);
        posts.put(post(child, id, album, false, List.of()));
        if (published) {
            containers.put(child.publishedAs(id, now));
        }
        return id;
    }

    private Post post(Container container, String id, @Nullable String album, boolean counted, List<String> children) {
        var silent = container.kind().isStory() || container.kind().isItem();
        var content = new Post.Content(
                silent ? null : container.asked("caption"),
                container.asked("alt_text"),
                address(container.kind(), id),
                container.flag("share_to_feed", true),
                container.flag("is_ai_generated", false));
        return new Post(
                id,
                container.account(),
                album,
                type(container.kind()),
                container.kind().product(),
                now,
                content,
                Post.Echo.NONE_YET,
                new Post.Origin(container.id(), counted, false, false),
                children);
    }

    private static MediaType type(Kind kind) {
        if (kind == Kind.CAROUSEL) {
            return MediaType.CAROUSEL_ALBUM;
        }
        return kind.isVideo() ? MediaType.VIDEO : MediaType.IMAGE;
    }

    private static @Nullable String address(Kind kind, String id) {
        return kind == Kind.CAROUSEL ? null : Post.addressOf(id, kind.isVideo());
    }
}
