package dev.connexions.meta.sandbox.control;

import dev.connexions.meta.sandbox.content.Content;
import dev.connexions.meta.sandbox.media.MediaType;
import dev.connexions.meta.sandbox.media.Post;
import dev.connexions.meta.sandbox.media.ProductType;
import dev.connexions.meta.sandbox.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A post that its owner made by hand, or another app did.
 *
 * @param at absent: now
 * @param withheld whether Meta does not hand its media on
 * @param count how many of the same, each a day older than the one before
 */
record NewPost(
        MediaType type,
        ProductType product,
        @Nullable String caption,
        @Nullable String altText,
        @Nullable Instant at,
        boolean withheld,
        Post.Echo echo,
        Post.Origin origin,
        int children,
        int count,
        List<NewComment> comments) {

    private static final int MOST = 1000;
    private static final int MANY = 1_000_000_000;

    static NewPost read(Members members) {
        var type = members.choice("type", MediaType.class);
        var product = members.choice("product", ProductType.class);
        var caption = members.text("caption");
        var altText = members.text("altText");
        var at = members.instant("at");
        var withheld = members.yes("mediaUrlWithheld");
        var likes = members.integer("likes", 0, MANY);
        var viewers = members.integer("viewers", 0, MANY);
        var echo = new Post.Echo(
                likes == null ? 0 : likes, members.yes("likesHidden"), viewers, !members.yes("commentsOff"));
        var origin = new Post.Origin(
                null, members.yes("countsTowardsQuota"), members.yes("crossposted"), members.yes("beforeConversion"));
        var children = members.integer("children", 2, 10);
        var count = members.integer("count", 1, MOST);
        var comments = NewComment.list(members);
        members.end();
        var album = type == MediaType.CAROUSEL_ALBUM;
        if (product == ProductType.STORY && album) {
            throw members.bad("type", "a story is no album");
        }
        if (product == ProductType.REELS && type != null && type != MediaType.VIDEO) {
            throw members.bad("type", "a reel is a video");
        }
        var usual = product == ProductType.REELS ? MediaType.VIDEO : MediaType.IMAGE;
        return new NewPost(
                type == null ? usual : type,
                product == null ? ProductType.FEED : product,
                caption,
                altText,
                at,
                withheld,
                echo,
                origin,
                album ? children == null ? 2 : children : 0,
                count == null ? 1 : count,
                comments);
    }

    /** The newest first. */
    List<Post> addTo(World w, String account) {
        var first = at == null ? w.now() : at;
        var added = new ArrayList<Post>();
        for (var i = 0; i < count; i++) {
            added.add(add(w, account, first.minus(Duration.ofDays(i))));
        }
        return added;
    }

    private Post add(World w, String account, Instant when) {
        var content = Content.of(w);
        var id = content.ids().post(w.seed());
        var items = new ArrayList<String>();
        for (var i = 0; i < children; i++) {
            var child = content.ids().post(w.seed());
            content.posts().put(post(child, account, id, MediaType.IMAGE, when, List.of()));
            items.add(child);
        }
        var post = post(id, account, null, type, when, items);
        content.posts().put(post);
        comments.forEach(comment -> comment.addTo(w, post, null));
        return post;
    }

    private Post post(
            String id, String account, @Nullable String album, MediaType kind, Instant when, List<String> items) {
        var shown = withheld || kind == MediaType.CAROUSEL_ALBUM ? null : Post.addressOf(id, kind == MediaType.VIDEO);
        var content = new Post.Content(caption, altText, shown, true, false);
        return new Post(id, account, album, kind, product, when, content, echo, origin, items);
    }
}
