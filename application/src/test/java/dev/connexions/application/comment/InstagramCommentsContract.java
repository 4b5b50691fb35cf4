package dev.connexions.application.comment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.application.comment.InstagramComments.Change;
import dev.connexions.application.comment.InstagramComments.Lookup;
import dev.connexions.application.comment.InstagramComments.Writing;
import dev.connexions.application.shared.MetaFailure;
import dev.connexions.application.shared.MetaPage;
import dev.connexions.application.shared.MetaPortContract;
import dev.connexions.application.shared.PageCursor;
import dev.connexions.application.shared.PageOf;
import dev.connexions.domain.comment.Comment;
import dev.connexions.domain.comment.CommentId;
import dev.connexions.domain.comment.CommentText;
import dev.connexions.domain.media.MediaId;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** What every {@link InstagramComments} promises. */
public interface InstagramCommentsContract extends MetaPortContract {

    InstagramComments comments();

    /** Something that the account published and nobody commented on; another one each time. */
    MediaId post();

    /** Somebody else writes under it. */
    CommentId guest(MediaId media, String text);

    @Test
    default void writesUnderAPost() {
        var post = post();
        var id = written(comments().write(access(), post, new CommentText("First 🍞 & more")));
        assertThat(found(id).text()).isEqualTo("First 🍞 & more");
        assertThat(comments().allUnder(access(), post).items())
                .extracting(Comment::id)
                .containsExactly(id);
    }

    @Test
    default void showsWhatOthersWrite() {
        var id = guest(post(), "Nice cake");
        var comment = found(id);
        assertThat(comment.id()).isEqualTo(id);
        assertThat(comment.text()).isEqualTo("Nice cake");
        assertThat(comment.writtenAt()).isNotNull();
        assertThat(comment.hidden()).isNotEqualTo(true);
        assertThat(comment.parent()).isNull();
    }

    @Test
    default void repliesHangOnTheCommentAboveThem() {
        var top = guest(post(), "Open on Sunday?");
        var answer = written(comments().reply(access(), top, new CommentText("Yes")));
        var further = written(comments().reply(access(), answer, new CommentText("from nine")));
        assertThat(comments().allRepliesTo(access(), top).items())
                .extracting(Comment::id)
                .containsExactlyInAnyOrder(answer, further);
    }

    @Test
    default void goesPageByPageToTheEnd() {
        var post = post();
        var all = new ArrayList<CommentId>();
        for (var i = 0; i < 5; i++) {
            all.add(guest(post, "number " + i));
        }
        var walked = new ArrayList<CommentId>();
        PageCursor next = null;
        do {
            var page = comments().under(access(), post, new PageOf(2, next));
            assertThat(page).isInstanceOf(MetaPage.Loaded.class);
            var loaded = (MetaPage.Loaded<Comment>) page;
            loaded.items().forEach(one -> walked.add(one.id()));
            next = loaded.next();
        } while (next != null);
        assertThat(walked).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    default void hidesAndShowsAgain() {
        var id = guest(post(), "Buy followers");
        assertThat(comments().hide(access(), id, true)).isEqualTo(new Change.Done());
        assertThat(found(id).hidden()).isTrue();
        assertThat(comments().hide(access(), id, false)).isEqualTo(new Change.Done());
        assertThat(found(id).hidden()).isFalse();
    }

    @Test
    default void removes() {
        var post = post();
        var id = guest(post, "Buy followers");
        assertThat(comments().remove(access(), id)).isEqualTo(new Change.Done());
        assertThat(comments().allUnder(access(), post).items()).isEmpty();
        assertThat(comments().read(access(), id)).isEqualTo(new Lookup.NotSeen());
    }

    @Test
    default void doesNotSeeWhatIsNotThere() {
        assertThat(comments().read(access(), new CommentId("18020000000000000")))
                .isEqualTo(new Lookup.NotSeen());
    }

    @Test
    default void saysThatTheTokenIsRefused() {
        var post = post();
        revoke();
        assertThat(comments().write(access(), post, new CommentText("Hello")))
                .isInstanceOfSatisfying(
                        Writing.Failed.class,
                        failed -> assertThat(failed.why()).isInstanceOf(MetaFailure.TokenInvalid.class));
        assertThat(comments().allUnder(access(), post).stoppedBy()).isInstanceOf(MetaFailure.TokenInvalid.class);
    }

    @Test
    default void doubtsWhatGoesUnanswered() {
        var post = post();
        var id = guest(post, "Nice cake");
        breakUpstream();
        assertThat(comments().write(access(), post, new CommentText("Hello")))
                .isInstanceOfSatisfying(
                        Writing.Failed.class,
                        failed -> assertThat(failed.why()).isInstanceOf(MetaFailure.Ambiguous.class));
        assertThat(comments().reply(access(), id, new CommentText("Hello"))).isInstanceOf(Writing.Failed.class);
        assertThat(comments().hide(access(), id, true)).isInstanceOf(Change.Failed.class);
        assertThat(comments().remove(access(), id)).isInstanceOf(Change.Failed.class);
        assertThat(comments().read(access(), id)).isInstanceOf(Lookup.Failed.class);
        assertThat(comments().under(access(), post, PageOf.first(1))).isInstanceOf(MetaPage.Failed.class);
        assertThat(comments().repliesTo(access(), id, PageOf.first(1))).isInstanceOf(MetaPage.Failed.class);
    }

    private Comment found(CommentId id) {
        var lookup = comments().read(access(), id);
        assertThat(lookup).isInstanceOf(Lookup.Found.class);
        return ((Lookup.Found) lookup).comment();
    }

    private static CommentId written(Writing writing) {
        assertThat(writing).isInstanceOf(Writing.Written.class);
        return ((Writing.Written) writing).comment();
    }
}
