package dev.connexions.meta.sandbox.content;

import dev.connexions.meta.sandbox.files.Files;
import dev.connexions.meta.sandbox.insights.InsightSettings;
import dev.connexions.meta.sandbox.media.Comments;
import dev.connexions.meta.sandbox.media.ContentIds;
import dev.connexions.meta.sandbox.media.Posts;
import dev.connexions.meta.sandbox.publishing.Containers;
import dev.connexions.meta.sandbox.publishing.PublishingSettings;
import dev.connexions.meta.sandbox.publishing.Studio;
import dev.connexions.meta.sandbox.webhooks.Outbox;
import dev.connexions.meta.sandbox.webhooks.Subscriptions;
import dev.connexions.meta.sandbox.webhooks.WebhookSettings;
import dev.connexions.meta.sandbox.world.Part;
import dev.connexions.meta.sandbox.world.Setting;
import dev.connexions.meta.sandbox.world.World;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Everything that accounts show, prepare and are told of. Touched only inside the world's lock. */
public final class Content implements Part<ContentState> {

    public static final List<Setting<?>> SETTINGS = Stream.of(
                    PublishingSettings.ALL, InsightSettings.ALL, WebhookSettings.ALL)
            .flatMap(List::stream)
            .toList();

    private final ContentIds ids = new ContentIds();
    private final Posts posts = new Posts();
    private final Comments comments = new Comments();
    private final Containers containers = new Containers();
    private final Files files = new Files();
    private final Set<String> retired = new TreeSet<>();
    private final Subscriptions subscriptions = new Subscriptions();
    private final Outbox outbox = new Outbox();

    public static Content of(World world) {
        return world.part(Content.class);
    }

    public ContentIds ids() {
        return ids;
    }

    public Posts posts() {
        return posts;
    }

    public Comments comments() {
        return comments;
    }

    public Containers containers() {
        return containers;
    }

    public Files files() {
        return files;
    }

    /** Names of metrics that a test took away. */
    public Set<String> retired() {
        return retired;
    }

    public Subscriptions subscriptions() {
        return subscriptions;
    }

    public Outbox outbox() {
        return outbox;
    }

    public Studio studio(World world) {
        return new Studio(containers, posts, ids, PublishingSettings.of(world.settings()), world.seed(), world.now());
    }

    @Override
    public String name() {
        return "content";
    }

    @Override
    public Class<ContentState> form() {
        return ContentState.class;
    }

    @Override
    public ContentState save() {
        return new ContentState(
                ids.issued(),
                posts.everything(),
                comments.everything(),
                containers.everything(),
                files.everything(),
                Set.copyOf(retired),
                subscriptions.apps(),
                subscriptions.accounts(),
                outbox.everything());
    }

    @Override
    public void restore(ContentState saved) {
        clear();
        ids.restore(saved.issued());
        saved.posts().forEach(posts::put);
        saved.comments().forEach(comments::put);
        saved.containers().forEach(containers::put);
        saved.files().forEach(files::put);
        retired.addAll(saved.retired());
        subscriptions.restore(saved.subscriptions(), saved.subscribed());
        saved.deliveries().forEach(outbox::put);
    }

    @Override
    public void begin(World world) {
        clear();
    }

    private void clear() {
        ids.restore(0);
        posts.clear();
        comments.clear();
        containers.clear();
        files.clear();
        retired.clear();
        subscriptions.clear();
        outbox.clear();
    }
}
