package dev.connexions.application.testing;

import dev.connexions.application.comment.InstagramComments;
import dev.connexions.application.shared.MetaAccess;
import dev.connexions.application.shared.MetaPage;
import dev.connexions.application.shared.PageOf;
import dev.connexions.domain.comment.Comment;
import dev.connexions.domain.comment.CommentId;
import dev.connexions.domain.comment.CommentText;
import dev.connexions.domain.media.MediaId;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Keeps what is written, whoever writes it, and shows it. */
public final class FakeComments implements InstagramComments {

    private record Kept(@Nullable MediaId media, Comment comment) {}

    private static final AtomicLong IDS = new AtomicLong(18_020_000_000_000_000L);

    private final MetaScript script;
    private final InstantSource clock;
    private final List<Kept> kept = new CopyOnWriteArrayList<>();

    public FakeComments(InMemoryStore store, InstantSource clock) {
        script = new MetaScript(store);
        this.clock = clock;
    }

    public MetaScript script() {
        return script;
    }

    /** Somebody writes under the post. */
    public CommentId says(MediaId media, String text) {
        return keep(media, null, text);
    }

    @Override
    public MetaPage<Comment> under(MetaAccess access, MediaId media, PageOf page) {
        return page(kept.stream().filter(one -> media.equals(one.media())).toList(), page);
    }

    @Override
    public MetaPage<Comment> repliesTo(MetaAccess access, CommentId comment, PageOf page) {
        return page(
                kept.stream()
                        .filter(one -> comment.equals(one.comment().parent()))
                        .toList(),
                page);
    }

    private MetaPage<Comment> page(List<Kept> some, PageOf page) {
        var failure = script.ofRepeatable();
        return failure.isPresent()
                ? new MetaPage.Failed<>(failure.get())
                : FakeMedia.slice(some.stream().map(Kept::comment).toList(), page);
    }

    @Override
    public Lookup read(MetaAccess access, CommentId comment) {
        var failure = script.ofRepeatable();
        if (failure.isPresent()) {
            return new Lookup.Failed(failure.get());
        }
        return find(comment).<Lookup>map(one -> new Lookup.Found(one.comment())).orElseGet(Lookup.NotSeen::new);
    }

    @Override
    public Writing write(MetaAccess access, MediaId media, CommentText text) {
        var failure = script.ofUnrepeatable();
        return failure.isPresent()
                ? new Writing.Failed(failure.get())
                : new Writing.Written(keep(media, null, text.value()));
    }

    @Override
    public Writing reply(MetaAccess access, CommentId comment, CommentText text) {
        var failure = script.ofUnrepeatable();
        if (failure.isPresent()) {
            return new Writing.Failed(failure.get());
        }
        var above = find(comment).map(one -> one.comment().parent()).orElse(null);
        return new Writing.Written(keep(null, Objects.requireNonNullElse(above, comment), text.value()));
    }

    @Override
    public Change hide(MetaAccess access, CommentId comment, boolean hidden) {
        var failure = script.ofUnrepeatable();
        if (failure.isPresent()) {
            return new Change.Failed(failure.get());
        }
        kept.replaceAll(one -> one.comment().id().equals(comment) ? hidden(one, hidden) : one);
        return new Change.Done();
    }

    @Override
    public Change remove(MetaAccess access, CommentId comment) {
        var failure = script.ofRepeatable();
        if (failure.isPresent()) {
            return new Change.Failed(failure.get());
        }
        kept.removeIf(one -> one.comment().id().equals(comment)
                || comment.equals(one.comment().parent()));
        return new Change.Done();
    }

    private Optional<Kept> find(CommentId comment) {
        return kept.stream().filter(one -> one.comment().id().equals(comment)).findFirst();
    }

    private CommentId keep(@Nullable MediaId media, @Nullable CommentId parent, String text) {
        var id = new CommentId(Long.toString(IDS.incrementAndGet()));
        var author = new Comment.Author("990000111", "guest.one");
        kept.add(new Kept(media, new Comment(id, text, clock.instant(), author, 0L, false, parent, List.of())));
        return id;
    }

    private static Kept hidden(Kept one, boolean hidden) {
        var c = one.comment();
        return new Kept(
                one.media(),
                new Comment(c.id(), c.text(), c.writtenAt(), c.author(), c.likes(), hidden, c.parent(), c.replies()));
    }
}
