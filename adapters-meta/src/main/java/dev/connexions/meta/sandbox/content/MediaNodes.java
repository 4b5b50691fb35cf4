package dev.connexions.meta.sandbox.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.connexions.meta.sandbox.graph.Ask;
import dev.connexions.meta.sandbox.graph.GraphError;
import dev.connexions.meta.sandbox.graph.GraphErrors;
import dev.connexions.meta.sandbox.graph.GraphHost;
import dev.connexions.meta.sandbox.graph.NodeType;
import dev.connexions.meta.sandbox.graph.Schema;
import dev.connexions.meta.sandbox.http.Json;
import dev.connexions.meta.sandbox.media.Comment;
import dev.connexions.meta.sandbox.media.MediaType;
import dev.connexions.meta.sandbox.media.Post;
import dev.connexions.meta.sandbox.people.Account;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code IGMedia}: what a post tells of itself (dossier 4.1), and what its owner can do to it. */
final class MediaNodes {

    private MediaNodes() {}

    static NodeType<Post> into(Schema schema, NodeType<Comment> comments) {
        var host = schema.host();
        var type = NodeType.of(host, "IGMedia", Post::id)
                .text("shortcode", Post::shortcode)
                .text("permalink", post -> post.isChild() ? null : post.permalink())
                .field(
                        "username",
                        (post, ask) -> TextNode.valueOf(owner(post, ask).username()))
                .text("caption", post -> post.isChild() ? null : post.content().caption())
                .text("media_type", post -> post.type().name())
                .text("media_product_type", post -> post.product().name())
                .text("media_url", post -> post.content().mediaUrl())
                .text("thumbnail_url", MediaNodes::thumbnail)
                .text("timestamp", post -> Wire.moment(post.at()))
                .field(
                        "like_count",
                        (post, ask) -> post.echo().likesHidden()
                                ? null
                                : IntNode.valueOf(post.echo().likes()))
                .field(
                        "comments_count",
                        (post, ask) -> IntNode.valueOf(content(ask).comments().count(post)))
                .field("owner", (post, ask) -> Json.object().put("id", post.account()))
                .field(
                        "is_comment_enabled",
                        (post, ask) -> BooleanNode.valueOf(post.echo().commentsEnabled()))
                .field(
                        "is_shared_to_feed",
                        (post, ask) -> BooleanNode.valueOf(post.content().sharedToFeed()))
                .field(
                        "is_ai_generated",
                        (post, ask) -> BooleanNode.valueOf(post.content().aiGenerated()))
                .text("alt_text", post -> post.content().altText())
                .text("media_audio_type", post -> post.type() == MediaType.VIDEO ? "ORIGINAL_SOUND" : null)
                .edge("insights", InsightEdges::ofMedia);
        type.list("children", type, (post, ask) -> content(ask).posts().children(post))
                .list("comments", comments, MediaNodes::comments)
                .on("POST", "", MediaNodes::allowComments)
                .on("POST", "comments", CommentNodes::say);
        if (host == GraphHost.FACEBOOK) {
            facebookOnly(type);
        }
        type.ofAccount(Post::account);
        schema.nodes(type, (id, ask) -> {
            var post = content(ask).posts().find(id).orElse(null);
            return post != null && ask.session().sees(owner(post, ask)) ? permitted(post, ask) : null;
        });
        return type;
    }

    private static void facebookOnly(NodeType<Post> type) {
        type.text("legacy_instagram_media_id", post -> post.isChild() ? null : legacyId(post))
                .field("total_like_count", (post, ask) -> own(post, post.echo().likes()))
                .field(
                        "total_comments_count",
                        (post, ask) -> own(post, content(ask).comments().count(post)))
                .field("total_views_count", (post, ask) -> own(post, InsightEdges.views(post, ask)))
                .field("reposts_count", (post, ask) -> own(post, 0))
                .field("saved_count", (post, ask) -> own(post, 0))
                .field("shares_count", (post, ask) -> own(post, 0))
                .field(
                        "copyright_check_information",
                        (post, ask) -> Json.object()
                                .set("status", Copyright.of(Copyright.DONE, post.type() == MediaType.VIDEO, ask)))
                .field("boost_eligibility_info", (post, ask) -> Json.object().put("eligible_to_boost", true))
                .field("boost_ads_list", (post, ask) -> null)
                .on("DELETE", "", MediaNodes::delete);
    }

    private static Post permitted(Post post, Ask ask) {
        ask.require("basic");
        return post;
    }

    static Account owner(Post post, Ask ask) {
        return ask.world().people().account(post.account()).orElseThrow();
    }

    static Content content(Ask ask) {
        return Content.of(ask.world());
    }

    private static @Nullable String thumbnail(Post post) {
        return post.type() == MediaType.VIDEO ? Post.addressOf(post.id(), false) : null;
    }

    private static String legacyId(Post post) {
        return post.id().substring(4) + "_" + post.account().substring(4);
    }

    /** Children of albums have none of these. */
    private static @Nullable JsonNode own(Post post, int count) {
        return post.isChild() ? null : IntNode.valueOf(count);
    }

    private static List<Comment> comments(Post post, Ask ask) {
        ask.require("manage_comments");
        return content(ask).comments().top(post);
    }

    /** {@code POST /{media}?comment_enabled=} */
    private static JsonNode allowComments(Post post, Ask ask) {
        ask.require("manage_comments");
        var wanted = ask.args().one("comment_enabled");
        if (wanted.isEmpty()) {
            throw GraphErrors.invalidParameter("The parameter comment_enabled is required")
                    .refusal();
        }
        return ask.world().change(w -> {
            Content.of(w).posts().put(post.withComments(ask.args().flag("comment_enabled")));
            return Wire.success();
        });
    }

    /** With Facebook Login only, since December 2025. Stories and children of albums cannot be deleted. */
    private static JsonNode delete(Post post, Ask ask) {
        ask.require("manage_contents");
        if (post.isChild() || post.isStory()) {
            throw GraphError.of(-1, 2207073, "This media type cannot be deleted.")
                    .refusal();
        }
        return ask.world().change(w -> {
            Content.of(w).comments().removeUnder(post);
            Content.of(w).posts().remove(post);
            return Wire.success().put("deleted_id", post.id());
        });
    }
}
