package dev.connexions.meta.sandbox.content;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connexions.meta.sandbox.graph.Ask;
import dev.connexions.meta.sandbox.graph.GraphErrors;
import dev.connexions.meta.sandbox.media.Comment;
import dev.connexions.meta.sandbox.media.Post;
import dev.connexions.meta.sandbox.people.Account;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where others name an account or mark it in a picture (dossier 4.3). Stories are not among it. */
final class Mentions {

    private Mentions() {}

    static List<Post> tagged(Account account, Ask ask) {
        ask.require("manage_comments");
        var mark = "\"" + account.username() + "\"";
        var content = MediaNodes.content(ask);
        return content.posts().everything().stream()
                .filter(post ->
                        !post.isChild() && !post.isStory() && !post.account().equals(account.id()))
                .filter(post -> Optional.ofNullable(post.origin().container())
                        .flatMap(content.containers()::find)
                        .filter(container ->
                                container.asked().getOrDefault("user_tags", "").contains(mark))
                        .isPresent())
                .toList()
                .reversed();
    }

    /** {@code mentioned_comment.comment_id(…){…}} */
    static @Nullable Comment comment(Account account, Ask ask) {
        ask.require("manage_comments");
        var id = ask.args().one("comment_id").orElse("");
        return MediaNodes.content(ask)
                .comments()
                .find(id)
                .filter(comment -> names(account, comment.text()))
                .orElseThrow(
                        () -> GraphErrors.noSuchObject(ask.host(), "GET", id).refusal());
    }

    /** {@code mentioned_media.media_id(…){…}} */
    static @Nullable Post media(Account account, Ask ask) {
        ask.require("manage_comments");
        var id = ask.args().one("media_id").orElse("");
        return MediaNodes.content(ask)
                .posts()
                .find(id)
                .filter(post -> !post.isStory() && names(account, post.content().caption()))
                .orElseThrow(
                        () -> GraphErrors.noSuchObject(ask.host(), "GET", id).refusal());
    }

    /** {@code POST /{account}/mentions}: answers under the post, or under the comment, that names the account. */
    static JsonNode answer(Account account, Ask ask) {
        ask.require("manage_comments");
        var mediaId = ask.args().one("media_id").orElse("");
        var commentId = ask.args().one("comment_id").filter(id -> !id.isEmpty());
        var text = CommentNodes.message(ask);
        return ask.world().change(w -> {
            var content = Content.of(w);
            var post = content.posts()
                    .find(mediaId)
                    .orElseThrow(() -> GraphErrors.noSuchObject(ask.host(), "POST", mediaId)
                            .refusal());
            var comment = commentId.map(id -> content.comments()
                    .find(id)
                    .filter(found -> found.post().equals(mediaId) && names(account, found.text()))
                    .orElseThrow(() ->
                            GraphErrors.noSuchObject(ask.host(), "POST", id).refusal()));
            if (comment.isEmpty() && !names(account, post.content().caption())) {
                throw GraphErrors.noSuchObject(ask.host(), "POST", mediaId).refusal();
            }
            var parent = comment.map(Comment::thread).orElse(null);
            return Wire.id(CommentNodes.add(w, post, parent, account, text).id());
        });
    }

    private static boolean names(Account account, @Nullable String text) {
        return text != null && text.toLowerCase(Locale.ROOT).contains("@" + account.username());
    }
}
