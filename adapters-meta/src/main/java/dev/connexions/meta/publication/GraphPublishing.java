package dev.connexions.meta.publication;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connexions.application.publication.InstagramPublishing;
import dev.connexions.application.publication.VideoFile;
import dev.connexions.application.shared.MetaAccess;
import dev.connexions.application.shared.MetaFailure;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.media.MediaId;
import dev.connexions.domain.publication.ContainerId;
import dev.connexions.domain.publication.Content;
import dev.connexions.meta.shared.AccountCalls;
import dev.connexions.meta.shared.Answered;
import dev.connexions.meta.shared.Answers;
import dev.connexions.meta.shared.Deadline;
import dev.connexions.meta.shared.GraphClient;
import dev.connexions.meta.shared.GraphUpload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;

/** Publishing at Meta, by HTTP. */
public final class GraphPublishing implements InstagramPublishing {

    /** The port promises ten seconds, and ten minutes for an upload; the rest is for the database. */
    private static final Duration LIMIT = Duration.ofSeconds(9);

    private static final Duration UPLOAD_LIMIT = Duration.ofMinutes(9);

    private static final String NOT_READY = "container_not_ready";
    private static final String LIMIT_REACHED = "publishing_limit_reached";
    private static final Set<String> GONE = Set.of("container_missing", "media_missing", "media_expired");

    private final GraphClient client;
    private final InstantSource clock;
    private final Duration limit;
    private final ContainerStatuses statuses = new ContainerStatuses();

    /** @throws dev.connexions.meta.catalogue.CatalogueException when what is known about errors is not in order */
    public GraphPublishing(GraphClient client, InstantSource clock) {
        this(client, clock, LIMIT);
    }

    GraphPublishing(GraphClient client, InstantSource clock, Duration limit) {
        this.client = client;
        this.clock = clock;
        this.limit = limit;
    }

    @Override
    public Preparation prepare(MetaAccess access, Content content) {
        if (content.uploaded() && !uploads(access)) {
            return new Preparation.NotOffered();
        }
        var call = ContainerParameters.put(
                AccountCalls.post(access, access.account().value(), "media"), content);
        return Answered.<Preparation>ofChange(
                client.send(call, Deadline.in(limit)),
                body -> new Preparation.Prepared(new ContainerId(Answers.id(body, "id"))),
                Preparation.Failed::new);
    }

    @Override
    public Transfer upload(MetaAccess access, ContainerId container, VideoFile video) {
        if (!uploads(access)) {
            return new Transfer.NotOffered();
        }
        try (var rest = video.bytes().from(video.offset())) {
            var upload = new GraphUpload(access.token(), container.value(), video.offset(), video.size(), () -> rest);
            return Answered.<Transfer>ofCommand(
                    client.upload(upload, Deadline.in(UPLOAD_LIMIT)), new Transfer.Received(), Transfer.Failed::new);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public Progress progress(MetaAccess access, ContainerId container) {
        if (!uploads(access)) {
            return new Progress.NotOffered();
        }
        var call = AccountCalls.get(access, container.value()).with("fields", UploadProgress.FIELDS);
        return Answered.of(client.send(call, Deadline.in(limit)), UploadProgress::read, Progress.Failed::new);
    }

    @Override
    public Inspection inspect(MetaAccess access, ContainerId container) {
        var call = AccountCalls.get(access, container.value()).with("fields", ContainerStatuses.FIELDS);
        return Answered.of(
                client.send(call, Deadline.in(limit)),
                body -> new Inspection.Seen(statuses.read(body)),
                GraphPublishing::unseen);
    }

    private static Inspection unseen(MetaFailure why) {
        return Answered.isObjectMissing(why) || isGone(why) ? new Inspection.NotSeen() : new Inspection.Failed(why);
    }

    @Override
    public Release publish(MetaAccess access, ContainerId container) {
        var call = AccountCalls.post(access, access.account().value(), "media_publish")
                .with("creation_id", container.value());
        return Answered.ofChange(
                client.send(call, Deadline.in(limit)), GraphPublishing::published, GraphPublishing::unpublished);
    }

    private static Release published(JsonNode body) {
        return new Release.Published(new MediaId(Answers.id(body, "id")));
    }

    private static Release unpublished(MetaFailure why) {
        if (why instanceof MetaFailure.Transient(var reason, var evidence) && reason.equals(NOT_READY)) {
            return new Release.NotReady();
        }
        if (why instanceof MetaFailure.Rejected(var reason, var evidence) && reason.equals(LIMIT_REACHED)) {
            return new Release.LimitReached();
        }
        return isGone(why) ? new Release.ContainerGone() : new Release.Failed(why);
    }

    private static boolean isGone(MetaFailure why) {
        return why instanceof MetaFailure.Rejected(var reason, var evidence) && GONE.contains(reason);
    }

    @Override
    public Allowance allowance(MetaAccess access) {
        var call = AccountCalls.get(access, access.account().value(), "content_publishing_limit")
                .with("fields", LiveLimit.FIELDS);
        var asked = clock.instant();
        return Answered.of(
                client.send(call, Deadline.in(limit)),
                body -> new Allowance.Known(LiveLimit.read(body, asked)),
                Allowance.Failed::new);
    }

    /** Documented for Facebook Login only ("Content Publishing", Meta's documentation). */
    private static boolean uploads(MetaAccess access) {
        return access.product() == LoginProduct.FACEBOOK;
    }
}
