package dev.connexions.application.testing;

import dev.connexions.application.publication.InstagramPublishing;
import dev.connexions.application.publication.VideoFile;
import dev.connexions.application.shared.MetaAccess;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.media.MediaId;
import dev.connexions.domain.publication.ContainerId;
import dev.connexions.domain.publication.ContainerStatus;
import dev.connexions.domain.publication.Content;
import dev.connexions.domain.publication.PublishingLimit;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** Takes everything and publishes it, unless a test says otherwise, and says what it was asked. */
public final class FakePublishing implements InstagramPublishing {

    public record Asked(MetaAccess access, Content content, ContainerId container) {}

    private static final AtomicLong IDS = new AtomicLong(17_900_000_000_000_000L);

    private final MetaScript script;
    private final InstantSource clock;
    private final List<Asked> prepared = new CopyOnWriteArrayList<>();
    private final List<ContainerId> inspected = new CopyOnWriteArrayList<>();
    private final List<ContainerId> published = new CopyOnWriteArrayList<>();
    private final Map<ContainerId, ContainerStatus> statuses = new ConcurrentHashMap<>();
    private final Queue<Release> releases = new ConcurrentLinkedQueue<>();
    private volatile ContainerStatus atFirst = new ContainerStatus.Finished();

    public FakePublishing(InMemoryStore store, InstantSource clock) {
        script = new MetaScript(store);
        this.clock = clock;
    }

    public MetaScript script() {
        return script;
    }

    /** From now on what is prepared begins like this. */
    public void prepares(ContainerStatus status) {
        atFirst = status;
    }

    /** From now on the container shows this. */
    public void shows(ContainerId container, ContainerStatus status) {
        statuses.put(container, status);
    }

    /** The next publish call answers this; several of them in this order. */
    public void releases(Release answer) {
        releases.add(answer);
    }

    public List<Asked> prepared() {
        return List.copyOf(prepared);
    }

    public List<ContainerId> inspected() {
        return List.copyOf(inspected);
    }

    /** Every publish call, in whichever way it ended. */
    public List<ContainerId> published() {
        return List.copyOf(published);
    }

    @Override
    public Preparation prepare(MetaAccess access, Content content) {
        var failure = script.ofUnrepeatable();
        if (failure.isPresent()) {
            return new Preparation.Failed(failure.get());
        }
        if (content.uploaded() && access.product() == LoginProduct.INSTAGRAM) {
            return new Preparation.NotOffered();
        }
        var container = new ContainerId(Long.toString(IDS.incrementAndGet()));
        statuses.put(container, content.uploaded() ? new ContainerStatus.InProgress() : atFirst);
        prepared.add(new Asked(access, content, container));
        return new Preparation.Prepared(container);
    }

    @Override
    public Transfer upload(MetaAccess access, ContainerId container, VideoFile video) {
        var failure = script.ofUnrepeatable();
        if (failure.isPresent()) {
            return new Transfer.Failed(failure.get());
        }
        if (access.product() == LoginProduct.INSTAGRAM) {
            return new Transfer.NotOffered();
        }
        statuses.put(container, atFirst);
        return new Transfer.Received();
    }

    @Override
    public Progress progress(MetaAccess access, ContainerId container) {
        var failure = script.ofRepeatable();
        if (failure.isPresent()) {
            return new Progress.Failed(failure.get());
        }
        return access.product() == LoginProduct.INSTAGRAM ? new Progress.NotOffered() : new Progress.Unstated();
    }

    @Override
    public Inspection inspect(MetaAccess access, ContainerId container) {
        inspected.add(container);
        var failure = script.ofRepeatable();
        if (failure.isPresent()) {
            return new Inspection.Failed(failure.get());
        }
        var status = statuses.get(container);
        return status == null ? new Inspection.NotSeen() : new Inspection.Seen(status);
    }

    @Override
    public Release publish(MetaAccess access, ContainerId container) {
        published.add(container);
        var failure = script.ofUnrepeatable();
        if (failure.isPresent()) {
            return new Release.Failed(failure.get());
        }
        var scripted = releases.poll();
        return scripted == null ? released(container) : scripted;
    }

    private Release released(ContainerId container) {
        return switch (statuses.get(container)) {
            case null -> new Release.ContainerGone();
            case ContainerStatus.Expired lapsed -> new Release.ContainerGone();
            case ContainerStatus.InProgress early -> new Release.NotReady();
            case ContainerStatus.Unstated unknown -> new Release.NotReady();
            case ContainerStatus.Failed failed -> new Release.NotReady();
            case ContainerStatus.Published live -> new Release.NotReady();
            case ContainerStatus.Finished ready -> {
                statuses.put(container, new ContainerStatus.Published());
                yield new Release.Published(new MediaId(Long.toString(IDS.incrementAndGet())));
            }
        };
    }

    @Override
    public Allowance allowance(MetaAccess access) {
        var failure = script.ofRepeatable();
        if (failure.isPresent()) {
            return new Allowance.Failed(failure.get());
        }
        var live = (int) statuses.values().stream()
                .filter(ContainerStatus.Published.class::isInstance)
                .count();
        return new Allowance.Known(new PublishingLimit(live, 50, Duration.ofDays(1), clock.instant()));
    }
}
