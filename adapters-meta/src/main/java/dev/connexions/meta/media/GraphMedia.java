package dev.connexions.meta.media;

import dev.connexions.application.media.InstagramMedia;
import dev.connexions.application.shared.MetaAccess;
import dev.connexions.application.shared.MetaFailure;
import dev.connexions.application.shared.MetaPage;
import dev.connexions.application.shared.PageOf;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.media.Media;
import dev.connexions.domain.media.MediaId;
import dev.connexions.meta.shared.AccountCalls;
import dev.connexions.meta.shared.Answered;
import dev.connexions.meta.shared.Deadline;
import dev.connexions.meta.shared.GraphCall;
import dev.connexions.meta.shared.GraphClient;
import dev.connexions.meta.shared.GraphReply;
import dev.connexions.meta.shared.ListedPage;
import dev.connexions.meta.shared.ManyCalls;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** What stands on Instagram, by HTTP. */
public final class GraphMedia implements InstagramMedia {

    /** The port promises ten seconds; the rest is for the database. */
    private static final Duration LIMIT = Duration.ofSeconds(9);

    private final GraphClient client;
    private final ManyCalls many;
    private final Duration limit;

    public GraphMedia(GraphClient client) {
        this(client, LIMIT);
    }

    GraphMedia(GraphClient client, Duration limit) {
        this.client = client;
        this.many = new ManyCalls(client, limit);
        this.limit = limit;
    }

    @Override
    public MetaPage<Media> posts(MetaAccess access, PageOf page) {
        return page(access, "media", page);
    }

    @Override
    public MetaPage<Media> stories(MetaAccess access, PageOf page) {
        return page(access, "stories", page);
    }

    private MetaPage<Media> page(MetaAccess access, String edge, PageOf page) {
        var call = AccountCalls.get(access, access.account().value(), edge).with("fields", MediaFields.FIELDS);
        return ListedPage.read(client.send(ListedPage.ask(call, page), Deadline.in(limit)), page, MediaFields::read);
    }

    @Override
    public Lookup read(MetaAccess access, MediaId media) {
        return lookup(client.send(one(access, media), Deadline.in(limit)));
    }

    @Override
    public Map<MediaId, Lookup> readAll(MetaAccess access, Collection<MediaId> media) {
        var ids = List.copyOf(new LinkedHashSet<>(media));
        var replies = many.send(access, ids.stream().map(id -> one(access, id)).toList());
        var answers = new LinkedHashMap<MediaId, Lookup>();
        for (var i = 0; i < ids.size(); i++) {
            answers.put(ids.get(i), lookup(replies.get(i)));
        }
        return answers;
    }

    private static GraphCall one(MetaAccess access, MediaId media) {
        return AccountCalls.get(access, media.value()).with("fields", MediaFields.FIELDS);
    }

    private static Lookup lookup(GraphReply reply) {
        return Answered.of(reply, body -> new Lookup.Found(MediaFields.read(body)), GraphMedia::unseen);
    }

    private static Lookup unseen(MetaFailure why) {
        return Answered.isObjectMissing(why) ? new Lookup.NotSeen() : new Lookup.Failed(why);
    }

    /** Since December 2025, with Facebook Login only ("Instagram Platform changelog"). */
    @Override
    public Removal remove(MetaAccess access, MediaId media) {
        if (access.product() != LoginProduct.FACEBOOK) {
            return new Removal.NotOffered();
        }
        var call = AccountCalls.delete(access, media.value());
        return Answered.<Removal>ofRemoval(
                client.send(call, Deadline.in(limit)), new Removal.Removed(), Removal.Failed::new);
    }

    @Override
    public Switch letComment(MetaAccess access, MediaId media, boolean allowed) {
        var call = AccountCalls.post(access, media.value()).with("comment_enabled", Boolean.toString(allowed));
        return Answered.<Switch>ofCommand(client.send(call, Deadline.in(limit)), new Switch.Done(), Switch.Failed::new);
    }
}
