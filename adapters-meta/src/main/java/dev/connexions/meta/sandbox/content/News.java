package dev.connexions.meta.sandbox.content;

import dev.connexions.meta.sandbox.http.Params;
import dev.connexions.meta.sandbox.insights.InsightSettings;
import dev.connexions.meta.sandbox.insights.MediaInsights;
import dev.connexions.meta.sandbox.insights.Query;
import dev.connexions.meta.sandbox.media.Comment;
import dev.connexions.meta.sandbox.media.Post;
import dev.connexions.meta.sandbox.people.Account;
import dev.connexions.meta.sandbox.people.Page;
import dev.connexions.meta.sandbox.webhooks.Payloads;
import dev.connexions.meta.sandbox.webhooks.Update;
import dev.connexions.meta.sandbox.webhooks.WebhookSettings;
import dev.connexions.meta.sandbox.world.World;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What happens on Instagram by itself, for the apps to hear: for an account or its page they subscribed to any field, in
 * the dashboard they named this one, and they are live (dossier 8.2).
 */
public final class News {

    private static final List<String> PRODUCTS = List.of("facebook", "instagram");
    private static final Pattern MENTION = Pattern.compile("@([a-z0-9_](?:[a-z0-9._]{0,28}[a-z0-9_])?)");

    private final World world;
    private final Herald herald;

    public News(World world, Herald herald) {
        this.world = world;
        this.herald = herald;
    }

    /** A guest said something under a post; it is told before this returns. */
    public void said(Account account, Comment comment) {
        var post = world.look(w -> Content.of(w).posts().find(comment.post())).orElse(null);
        if (post == null) {
            return;
        }
        var value = Payloads.comment(comment, post, world.setting(WebhookSettings.COMMENT_KEY));
        PRODUCTS.stream()
                .filter(product -> hears(product, account, "comments"))
                .forEach(product ->
                        herald.send(Notice.plain(product, new Update(account.id(), "comments", value, world.now()))));
        if (!post.isStory()) {
            mentioned(comment.text(), account).forEach(whom -> mention(whom, post, comment.id()));
        }
    }

    /** A post went live; whom its caption names hears of it a moment later. Stories mention nobody (dossier 4.3). */
    public void shown(Post post) {
        var caption = post.content().caption();
        if (caption != null && !post.isStory()) {
            var account = world.look(w -> w.people().account(post.account())).orElseThrow();
            mentioned(caption, account).forEach(whom -> mention(whom, post, null));
        }
    }

    /** Figures of stories that were over since this was last asked, which only Facebook Login tells (dossier 1.2). */
    public void endStories() {
        var over = world.look(w -> {
            var now = w.now();
            return Content.of(w).posts().storiesOver(w.part(Curfew.class).advance(now), now);
        });
        over.forEach(this::end);
    }

    private void end(Post story) {
        var account = world.look(w -> w.people().account(story.account())).orElseThrow();
        if (hears("facebook", account, "story_insights")) {
            var value = world.look(w -> figures(w, story, account).story());
            herald.leave(Notice.plain("facebook", new Update(account.id(), "story_insights", value, world.now())));
        }
    }

    private static MediaInsights figures(World w, Post story, Account account) {
        var query = new Query(
                new Params(), "facebook", w.seed(), story.endsAt(), Set.of(), InsightSettings.of(w.settings()));
        return new MediaInsights(
                query, story, account.followers(), Content.of(w).comments().count(story));
    }

    private void mention(Account whom, Post post, @Nullable String comment) {
        var value = Payloads.mention(post.id(), comment);
        PRODUCTS.stream()
                .filter(product -> product.equals("facebook") || world.setting(WebhookSettings.MENTIONS_ON_INSTAGRAM))
                .filter(product -> hears(product, whom, "mentions"))
                .forEach(product ->
                        herald.leave(Notice.plain(product, new Update(whom.id(), "mentions", value, world.now()))));
    }

    /** Those named in a text, but for whoever it belongs to. */
    private List<Account> mentioned(String text, Account owner) {
        var names = MENTION.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .map(name -> name.substring(1))
                .distinct()
                .toList();
        return world.look(w -> names.stream()
                .flatMap(name -> w.people().byUsername(name).stream())
                .filter(account -> !account.id().equals(owner.id()))
                .toList());
    }

    private boolean hears(String product, Account account, String field) {
        return world.look(w -> {
            var subscriptions = Content.of(w).subscriptions();
            return w.setting(WebhookSettings.APP_LIVE)
                    && subjects(w, account)
                            .anyMatch(subject ->
                                    !subscriptions.fields(product, subject).isEmpty())
                    && subscriptions
                            .of(product, "instagram")
                            .filter(app -> app.fields().contains(field))
                            .isPresent();
        });
    }

    private static Stream<String> subjects(World w, Account account) {
        return Stream.concat(Stream.of(account.id()), w.assets().linkedTo(account).map(Page::id).stream());
    }
}
