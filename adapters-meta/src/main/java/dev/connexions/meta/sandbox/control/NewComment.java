package dev.connexions.meta.sandbox.control;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connexions.meta.sandbox.content.Content;
import dev.connexions.meta.sandbox.http.Json;
import dev.connexions.meta.sandbox.media.Comment;
import dev.connexions.meta.sandbox.media.Post;
import dev.connexions.meta.sandbox.world.World;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a guest says under a post. */
record NewComment(String text, String username, int likes, boolean hidden, List<NewComment> replies) {

    private static final int MANY = 1_000_000_000;

    static NewComment read(Members members) {
        var text = members.requiredText("text");
        var username = members.text("username");
        var likes = members.integer("likes", 0, MANY);
        var hidden = members.yes("hidden");
        var replies = new ArrayList<NewComment>();
        for (var reply : members.objects("replies")) {
            replies.add(read(reply));
        }
        members.end();
        return new NewComment(
                text, username == null ? "guest.one" : username, likes == null ? 0 : likes, hidden, replies);
    }

    static List<NewComment> list(Members members) {
        return members.objects("comments").stream().map(NewComment::read).toList();
    }

    /** @param parent the comment it replies to */
    Comment addTo(World w, Post post, @Nullable Comment parent) {
        var content = Content.of(w);
        var account = w.people().account(post.account()).orElseThrow();
        var comment = new Comment(
                content.ids().comment(w.seed()),
                post.id(),
                parent == null ? null : parent.thread(),
                text,
                w.now().isBefore(post.at()) ? post.at() : w.now(),
                account.username().equals(username) ? account.id() : guestId(),
                username,
                account.username().equals(username),
                likes,
                hidden);
        content.comments().put(comment);
        replies.forEach(reply -> reply.addTo(w, post, comment));
        return comment;
    }

    private String guestId() {
        return "99" + Math.floorMod(username.hashCode(), 1_000_000_000L);
    }

    static JsonNode describe(Comment comment) {
        return Json.object()
                .put("id", comment.id())
                .put("media", comment.post())
                .put("parent", comment.parent())
                .put("text", comment.text())
                .put("username", comment.author())
                .put("hidden", comment.hidden())
                .put("at", comment.at().toString());
    }
}
