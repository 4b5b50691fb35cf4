package dev.connexions.meta.comment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.application.comment.InstagramComments.Change;
import dev.connexions.application.comment.InstagramComments.Lookup;
import dev.connexions.application.comment.InstagramComments.Writing;
import dev.connexions.application.shared.MetaFailure;
import dev.connexions.application.shared.MetaFailure.Outage;
import dev.connexions.application.shared.MetaPage;
import dev.connexions.application.shared.PageOf;
import dev.connexions.domain.comment.Comment;
import dev.connexions.domain.comment.CommentId;
import dev.connexions.domain.comment.CommentText;
import dev.connexions.domain.media.MediaId;
import dev.connexions.meta.testing.RawAccount;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GraphCommentsTroubleTest {

    private static final MediaId POST = new MediaId("17950000000000201");
    private static final CommentId COMMENT = new CommentId("18020000000000301");
    private static final String UNDER = "/v26.0/" + POST.value() + "/comments";
    private static final String NODE = "/v26.0/" + COMMENT.value();

    private final RawAccount meta = new RawAccount();
    private final GraphComments comments = new GraphComments(meta.client(), RawAccount.LIMIT);

    @AfterEach
    void stop() {
        meta.close();
    }

    @Test
    void readsACommentAndItsReplies() {
        meta.on(NODE, """
            {"id":"18020000000000301","text":"Open on Sunday?","timestamp":"2026-09-30T18:22:05+0000",
             "username":"guest.one","from":{"id":"990000111","username":"guest.one"},"like_count":2,"hidden":false,
             "replies":{"data":[{"id":"18020000000000302","text":"Yes","username":"bakery.north",
                                 "parent_id":"18020000000000301"}]}}
            """);
        var reply = new Comment(
                new CommentId("18020000000000302"),
                "Yes",
                null,
                new Comment.Author(null, "bakery.north"),
                null,
                null,
                COMMENT,
                List.of());
        assertThat(comments.read(RawAccount.INSTAGRAM, COMMENT))
                .isEqualTo(new Lookup.Found(new Comment(
                        COMMENT,
                        "Open on Sunday?",
                        Instant.parse("2026-09-30T18:22:05Z"),
                        new Comment.Author("990000111", "guest.one"),
                        2L,
                        false,
                        null,
                        List.of(reply))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"id\":\"1\",\"replies\":{}}", "{\"id\":\"1\",\"hidden\":\"no\"}", "[]"})
    void trustsNoCommentThatIsNone(String body) {
        meta.on(NODE, body);
        assertThat(comments.read(RawAccount.INSTAGRAM, COMMENT))
                .isEqualTo(new Lookup.Failed(new Outage(Outage.Kind.INVALID)));
    }

    @Test
    void leavesOutTheOneItCannotRead() {
        meta.on(UNDER, "{\"data\":[{\"id\":\"1\"},{\"id\":\"2\",\"parent_id\":\"x\"},{\"id\":\"3\",\"text\":null}]}");
        var page = (MetaPage.Loaded<Comment>) comments.under(RawAccount.INSTAGRAM, POST, PageOf.first(50));
        assertThat(page.items()).hasSize(2);
        assertThat(page.unreadable()).isEqualTo(1);
    }

    @Test
    void writesToTheCharacter() {
        meta.on(UNDER, "{\"id\":\"18020000000000309\"}");
        var text = new CommentText("été & 50 % #1 🍞\n+");
        assertThat(comments.write(RawAccount.INSTAGRAM, POST, text))
                .isEqualTo(new Writing.Written(new CommentId("18020000000000309")));
        assertThat(meta.onlyAsked().get("message")).isEqualTo(text.value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"id\":null}", "<html>"})
    void doubtsWhatItWroteWithoutAnId(String body) {
        meta.on(UNDER, body);
        assertThat(comments.write(RawAccount.INSTAGRAM, POST, new CommentText("Hello")))
                .isEqualTo(new Writing.Failed(new MetaFailure.Ambiguous(new Outage(Outage.Kind.INVALID))));
    }

    @Test
    void doesNotTakeAnotherAnswerForSuccess() {
        meta.on(NODE, "{\"success\":\"false\"}");
        assertThat(comments.hide(RawAccount.INSTAGRAM, COMMENT, true)).isInstanceOf(Change.Failed.class);
        assertThat(comments.remove(RawAccount.INSTAGRAM, COMMENT))
                .isEqualTo(new Change.Failed(new Outage(Outage.Kind.INVALID)));
    }

    @Test
    void passesOnThatAPermissionIsMissing() {
        meta.on(NODE, 403, RawAccount.error(200));
        assertThat(comments.hide(RawAccount.FACEBOOK, COMMENT, true))
                .isEqualTo(new Change.Failed(
                        new MetaFailure.PermissionMissing("permission_missing", new MetaFailure.Evidence(200, null))));
    }
}
