package dev.connexions.meta.sandbox.content;

import com.fasterxml.jackson.databind.node.IntNode;
import dev.connexions.meta.sandbox.app.RegisteredApp;
import dev.connexions.meta.sandbox.files.Downloads;
import dev.connexions.meta.sandbox.graph.Ask;
import dev.connexions.meta.sandbox.graph.NodeType;
import dev.connexions.meta.sandbox.graph.Schema;
import dev.connexions.meta.sandbox.insights.Span;
import dev.connexions.meta.sandbox.media.Post;
import dev.connexions.meta.sandbox.people.Account;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an Instagram account shows, and what can be done in its name; on both hosts. */
public final class AccountEdges {

    private AccountEdges() {}

    /** @param accounts the type that the host knows accounts by */
    public static void into(
            Schema schema, NodeType<Account> accounts, RegisteredApp app, Downloads downloads, News news) {
        var comments = CommentNodes.into(schema);
        var media = MediaNodes.into(schema, comments);
        ContainerNodes.into(schema);
        accounts.field(
                        "media_count",
                        (account, ask) -> IntNode.valueOf(MediaNodes.content(ask)
                                .posts()
                                .feed(account.id())
                                .size()))
                .list("media", media, AccountEdges::feed)
                .list("stories", media, AccountEdges::stories)
                .list("tags", media, Mentions::tagged)
                .edge("insights", InsightEdges::ofAccount)
                .edge("content_publishing_limit", PublishingEdges::limit)
                .on("POST", "media", (account, ask) -> PublishingEdges.prepare(account, ask, downloads))
                .on("POST", "media_publish", (account, ask) -> PublishingEdges.publish(account, ask, news))
                .on("POST", "mentions", Mentions::answer);
        SubscriptionEdges.ofAccount(accounts, schema.host(), app);
        switch (schema.host()) {
            // without the underscore in Meta's specification, and so in its SDKs; with it in its documentation
            case INSTAGRAM ->
                accounts.on("POST", "mediapublish", (account, ask) -> PublishingEdges.publish(account, ask, news));
            case FACEBOOK ->
                accounts.node("mentioned_comment", comments, Mentions::comment)
                        .node("mentioned_media", media, Mentions::media);
        }
    }

    private static List<Post> feed(Account account, Ask ask) {
        ask.require("basic");
        var since = moment(ask, "since");
        var until = moment(ask, "until");
        return MediaNodes.content(ask).posts().feed(account.id()).stream()
                .filter(post -> (since == null || !post.at().isBefore(since))
                        && (until == null || !post.at().isAfter(until)))
                .toList();
    }

    private static @Nullable Instant moment(Ask ask, String name) {
        return Refusing.asTheGraph(() -> Span.moment(name, ask.args().one(name).orElse("")));
    }

    private static List<Post> stories(Account account, Ask ask) {
        ask.require("basic");
        return MediaNodes.content(ask).posts().stories(account.id(), ask.now());
    }
}
