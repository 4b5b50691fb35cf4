package dev.connexions.meta.comment;

import dev.connexions.application.comment.InstagramComments;
import dev.connexions.application.shared.MetaAccess;
import dev.connexions.application.shared.MetaFailure;
import dev.connexions.application.shared.MetaPage;
import dev.connexions.application.shared.PageOf;
import dev.connexions.domain.comment.Comment;
import dev.connexions.domain.comment.CommentId;
import dev.connexions.domain.comment.CommentText;
import dev.connexions.domain.media.MediaId;
import dev.connexions.meta.shared.AccountCalls;
import dev.connexions.meta.shared.Answered;
import dev.connexions.meta.shared.Answers;
import dev.connexions.meta.shared.Deadline;
import dev.connexions.meta.shared.GraphCall;
import dev.connexions.meta.shared.GraphClient;
import dev.connexions.meta.shared.ListedPage;
import java.time.Duration;

/** Comments at Meta, by HTTP. */
public final class GraphComments implements InstagramComments {

    /** The port promises ten seconds; the rest is for the database. */
    private static final Duration LIMIT = Duration.ofSeconds(9);

    private final GraphClient client;
    private final Duration limit;

    public GraphComments(GraphClient client) {
        this(client, LIMIT);
    }

    GraphComments(GraphClient client, Duration limit) {
        this.client = client;
        this.limit = limit;
    }

    @Override
    public MetaPage<Comment> under(MetaAccess access, MediaId media, PageOf page) {
        return page(
                AccountCalls.get(access, media.value(), "comments").with("fields", CommentFields.WITH_REPLIES), page);
    }

    @Override
    public MetaPage<Comment> repliesTo(MetaAccess access, CommentId comment, PageOf page) {
        return page(AccountCalls.get(access, comment.value(), "replies").with("fields", CommentFields.FIELDS), page);
    }

    private MetaPage<Comment> page(GraphCall call, PageOf page) {
        return ListedPage.read(client.send(ListedPage.ask(call, page), Deadline.in(limit)), page, CommentFields::read);
    }

    @Override
    public Lookup read(MetaAccess access, CommentId comment) {
        var call = AccountCalls.get(access, comment.value()).with("fields", CommentFields.WITH_REPLIES);
        return Answered.of(
                client.send(call, Deadline.in(limit)),
                body -> new Lookup.Found(CommentFields.read(body)),
                GraphComments::unseen);
    }

    private static Lookup unseen(MetaFailure why) {
        return Answered.isObjectMissing(why) ? new Lookup.NotSeen() : new Lookup.Failed(why);
    }

    @Override
    public Writing write(MetaAccess access, MediaId media, CommentText text) {
        return write(AccountCalls.post(access, media.value(), "comments"), text);
    }

    @Override
    public Writing reply(MetaAccess access, CommentId comment, CommentText text) {
        return write(AccountCalls.post(access, comment.value(), "replies"), text);
    }

    private Writing write(GraphCall call, CommentText text) {
        return Answered.<Writing>ofChange(
                client.send(call.with("message", text.value()), Deadline.in(limit)),
                body -> new Writing.Written(new CommentId(Answers.id(body, "id"))),
                Writing.Failed::new);
    }

    @Override
    public Change hide(MetaAccess access, CommentId comment, boolean hidden) {
        var call = AccountCalls.post(access, comment.value()).with("hide", Boolean.toString(hidden));
        return Answered.<Change>ofCommand(client.send(call, Deadline.in(limit)), new Change.Done(), Change.Failed::new);
    }

    @Override
    public Change remove(MetaAccess access, CommentId comment) {
        var call = AccountCalls.delete(access, comment.value());
        return Answered.<Change>ofRemoval(client.send(call, Deadline.in(limit)), new Change.Done(), Change.Failed::new);
    }
}
