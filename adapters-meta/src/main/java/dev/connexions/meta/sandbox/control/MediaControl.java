package dev.connexions.meta.sandbox.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connexions.meta.sandbox.content.Content;
import dev.connexions.meta.sandbox.content.News;
import dev.connexions.meta.sandbox.http.Answer;
import dev.connexions.meta.sandbox.http.Call;
import dev.connexions.meta.sandbox.http.Json;
import dev.connexions.meta.sandbox.media.Post;
import dev.connexions.meta.sandbox.people.Account;
import dev.connexions.meta.sandbox.world.World;
import java.util.List;

/** What Instagram shows of an account, and what is said under it; posts and comments of others can be added. */
final class MediaControl {

    private final World world;
    private final News news;

    MediaControl(World world, News news) {
        this.world = world;
        this.news = news;
    }

    /** @param below what stands behind {@code /accounts/{id}/media} */
    Answer answer(Call call, Account account, List<String> below) {
        if (below.isEmpty()) {
            return all(call, account);
        }
        if (below.size() == 2 && below.getLast().equals("comments")) {
            return comments(call, account, below.getFirst());
        }
        throw ControlRefusalException.notFound("there is nothing below this but comments");
    }

    private Answer all(Call call, Account account) {
        Control.requireMethod(call, "GET", "POST");
        if (call.isGet()) {
            return world.look(w -> Control.items(Content.of(w).posts().all(account.id()).stream()
                    .map(post -> describe(w, post))
                    .toList()));
        }
        var wanted = NewPost.read(Members.of(call));
        var added = world.change(w -> wanted.addTo(w, account.id()));
        added.forEach(news::shown);
        var items = Json.array();
        world.look(
                w -> items.addAll(added.stream().map(post -> describe(w, post)).toList()));
        return Answer.json(201, Json.object().put("id", added.getFirst().id()).set("items", items));
    }

    private Answer comments(Call call, Account account, String id) {
        Control.requireMethod(call, "GET", "POST");
        var post = world.look(w -> Content.of(w).posts().find(id))
                .filter(found -> found.account().equals(account.id()))
                .orElseThrow(() -> ControlRefusalException.notFound("the account has no such post"));
        if (call.isGet()) {
            return world.look(w -> Control.items(Content.of(w).comments().under(post).stream()
                    .map(NewComment::describe)
                    .toList()));
        }
        var members = Members.of(call);
        var parent = members.text("replyTo");
        var wanted = NewComment.read(members);
        var said = world.change(w -> {
            var top = parent == null
                    ? null
                    : Content.of(w)
                            .comments()
                            .find(parent)
                            .filter(found -> found.post().equals(id))
                            .orElseThrow(() -> members.bad("replyTo", "is no comment under this post"));
            return wanted.addTo(w, post, top);
        });
        news.said(account, said);
        return Answer.json(201, NewComment.describe(said));
    }

    private static ObjectNode describe(World w, Post post) {
        var children = Json.array();
        post.children().forEach(children::add);
        var node = Json.object()
                .put("id", post.id())
                .put("type", post.type().name())
                .put("product", post.product().name())
                .put("caption", post.content().caption())
                .put("altText", post.content().altText())
                .put("permalink", post.permalink())
                .put("at", post.at().toString())
                .put("shown", post.isShown(w.now()))
                .put("likes", post.echo().likes())
                .put("comments", Content.of(w).comments().count(post))
                .put("commentsOff", !post.echo().commentsEnabled())
                .put("container", post.origin().container())
                .put("countsTowardsQuota", post.origin().counted());
        node.set("children", children);
        return node;
    }
}
