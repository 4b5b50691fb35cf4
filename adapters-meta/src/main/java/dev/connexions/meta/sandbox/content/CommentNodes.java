package dev.connexions.meta.sandbox.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import dev.connexions.meta.sandbox.graph.Ask;
import dev.connexions.meta.sandbox.graph.GraphErrors;
import dev.connexions.meta.sandbox.graph.NodeType;
import dev.connexions.meta.sandbox.graph.Schema;
import dev.connexions.meta.sandbox.http.Json;
import dev.connexions.meta.sandbox.media.Comment;
import dev.connexions.meta.sandbox.media.Post;
import dev.connexions.meta.sandbox.people.Account;
import dev.connexions.meta.sandbox.world.World;
import org.jspecify.annotations.Nullable;

/** {@code IGComment}: what is said under a post, and what may be done to it (dossier 4.2). */
final class CommentNodes {

    private static final int LONGEST = 2200;

    private CommentNodes() {}

    static NodeType<Comment> into(Schema schema) {
        var type = NodeType.of(schema.host(), "IGComment", Comment::id)
                .text("text", Comment::text)
                .text("timestamp", comment -> Wire.moment(comment.at()))
                .text("username", Comment::author)
                .field(
                        "from",
                        (comment, ask) ->
                                Json.object().put("id", comment.authorId()).put("username", comment.author()))
                .field("user", (comment, ask) -> comment.own() ? Json.object().put("id", comment.authorId()) : null)
                .field("like_count", (comment, ask) -> IntNode.valueOf(comment.likes()))
                .field("hidden", (comment, ask) -> BooleanNode.valueOf(comment.hidden()))
                .text("parent_id", Comment::parent)
                .text("legacy_instagram_comment_id", comment -> comment.id().substring(4))
                .field("media", CommentNodes::media)
                .byDefault("id", "text", "timestamp");
        type.list(
                        "replies",
                        type,
                        (comment, ask) -> MediaNodes.content(ask).comments().replies(comment))
                .on("POST", "replies", CommentNodes::reply)
                .on("POST", "", CommentNodes::hide)
                .on("DELETE", "", CommentNodes::delete);
        schema.nodes(type, (id, ask) -> {
            var comment = MediaNodes.content(ask).comments().find(id).orElse(null);
            if (comment == null || !ask.session().sees(account(comment, ask.world()))) {
                return null;
            }
            ask.require("manage_comments");
            return comment;
        });
        return type;
    }

    private static Post post(Comment comment, World world) {
        return Content.of(world).posts().find(comment.post()).orElseThrow();
    }

    private static Account account(Comment comment, World world) {
        return world.people().account(post(comment, world).account()).orElseThrow();
    }

    private static JsonNode media(Comment comment, Ask ask) {
        var post = post(comment, ask.world());
        return Json.object()
                .put("id", post.id())
                .put("media_product_type", post.product().name());
    }

    /** {@code POST /{media}/comments?message=} */
    static JsonNode say(Post post, Ask ask) {
        ask.require("manage_comments");
        if (!post.echo().commentsEnabled() || post.isChild()) {
            throw GraphErrors.invalidParameter("Comments are not possible on this media")
                    .refusal();
        }
        var text = message(ask);
        return ask.world()
                .change(w -> Wire.id(
                        add(w, post, null, MediaNodes.owner(post, ask), text).id()));
    }

    /** A reply to a reply hangs on the top comment; a hidden one takes none. */
    private static JsonNode reply(Comment comment, Ask ask) {
        if (comment.hidden()) {
            throw GraphErrors.invalidParameter("A hidden comment cannot be replied to")
                    .refusal();
        }
        var text = message(ask);
        return ask.world()
                .change(w -> Wire.id(add(w, post(comment, w), comment.thread(), account(comment, w), text)
                        .id()));
    }

    static Comment add(World world, Post post, @Nullable String parent, Account author, String text) {
        var comment = new Comment(
                Content.of(world).ids().comment(world.seed()),
                post.id(),
                parent,
                text,
                world.now(),
                author.id(),
                author.username(),
                author.id().equals(post.account()),
                0,
                false);
        Content.of(world).comments().put(comment);
        return comment;
    }

    static String message(Ask ask) {
        var text = ask.args().one("message").orElse("");
        if (text.isBlank() || text.codePointCount(0, text.length()) > LONGEST) {
            throw GraphErrors.invalidParameter("The parameter message is required, and takes 2200 characters at most")
                    .refusal();
        }
        return text;
    }

    /** What the owner said stays to be seen. */
    private static JsonNode hide(Comment comment, Ask ask) {
        if (ask.args().one("hide").isEmpty()) {
            throw GraphErrors.invalidParameter("The parameter hide is required").refusal();
        }
        return ask.world().change(w -> {
            Content.of(w).comments().put(comment.withHidden(ask.args().flag("hide") && !comment.own()));
            return Wire.success();
        });
    }

    private static JsonNode delete(Comment comment, Ask ask) {
        return ask.world().change(w -> {
            Content.of(w).comments().remove(comment);
            return Wire.success();
        });
    }
}
