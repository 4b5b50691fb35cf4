package dev.connexions.meta.sandbox.publishing;

import dev.connexions.meta.sandbox.media.ContentIds;
import dev.connexions.meta.sandbox.media.Posts;
import dev.connexions.meta.sandbox.refusal.Refusal;
import java.time.Duration;
import java.time.Instant;

/** What an account can have prepared and published. Everything here runs under the world's lock. */
public final class Studio {

    private static final Duration DAY = Duration.ofHours(24);

    private final Containers containers;
    private final Posts posts;
    private final ContentIds ids;
    private final PublishingSettings settings;
    private final long seed;
    private final Instant now;

    public Studio(
            Containers containers, Posts posts, ContentIds ids, PublishingSettings settings, long seed, Instant now) {
        this.containers = containers;
        this.posts = posts;
        this.ids = ids;
        this.settings = settings;
        this.seed = seed;
        this.now = now;
    }

    public Container prepare(String account, NewContainer wanted) {
        containers.forgetOld(account, now);
        if (containers.createdSince(account, now.minus(DAY)) >= settings.containerLimit()) {
            throw Refusal.of(settings.containerLimitCode(), null, "Too many media containers in 24 hours.")
                    .thrown();
        }
        wanted.children().forEach(child -> requireItem(account, child));
        var container = new Container(
                ids.container(seed),
                account,
                wanted.kind(),
                wanted.asked(),
                wanted.children(),
                now,
                wanted.upload() == null ? now.plus(settings.delay(wanted.kind())) : null,
                wanted.failure(),
                null,
                wanted.upload(),
                null,
                null);
        containers.put(container);
        return container;
    }

    private void requireItem(String account, String child) {
        var item = find(account, child);
        if (!item.kind().isItem() || item.published() != null) {
            throw Refusal.invalid("(#100) The container " + child + " is no carousel item")
                    .thrown();
        }
        if (item.isExpired(now)) {
            throw expired().thrown();
        }
    }

    /** Never a second post of one container, whatever it answers. */
    public String publish(String account, String creationId) {
        var container = find(account, creationId);
        var status = Status.of(container, containers, now).code();
        var published = container.published();
        if (published != null && settings.secondPublishRepeats()) {
            return published;
        }
        if (status == StatusCode.EXPIRED) {
            throw expired().thrown();
        }
        if (container.kind() == Kind.VIDEO || container.kind().isItem()) {
            throw Refusals.videoAlone().thrown();
        }
        if (status != StatusCode.FINISHED) {
            throw Refusals.notReady().thrown();
        }
        var counted = !container.kind().isStory() || settings.storiesCount();
        if (counted && used(account, now.minus(DAY)) >= settings.quotaTotal()) {
            throw Refusals.quotaUsedUp().thrown();
        }
        return new Premiere(containers, posts, ids, seed, now).show(container, counted, settings.childrenPublished());
    }

    /** How much of the publishing limit is used since then. */
    public int used(String account, Instant since) {
        return posts.countedSince(account, since);
    }

    /** Pieces of a film, in order. */
    public Container receive(Container container, Upload upload) {
        var next = container.with(
                upload.isComplete() ? now.plus(settings.delay(container.kind())) : null,
                container.failure() == null ? Uploads.judge(container.kind(), upload) : container.failure(),
                container.ailment(),
                upload);
        containers.put(next);
        return next;
    }

    private Container find(String account, String id) {
        var container = containers
                .find(id)
                .orElseThrow(() -> Refusals.unknownContainer().thrown());
        if (!container.account().equals(account)) {
            throw Refusals.notThisAccounts().thrown();
        }
        return container;
    }

    private Refusal expired() {
        return settings.expiredSubcode() == 2207020 ? Refusals.expired() : Refusals.unknownContainer();
    }
}
