package dev.connexions.meta.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.application.media.InstagramMedia.Lookup;
import dev.connexions.application.media.InstagramMedia.Removal;
import dev.connexions.application.media.InstagramMedia.Switch;
import dev.connexions.application.shared.MetaAccess;
import dev.connexions.application.shared.MetaFailure;
import dev.connexions.application.shared.MetaFailure.Outage;
import dev.connexions.application.shared.MetaPage;
import dev.connexions.application.shared.PageCursor;
import dev.connexions.application.shared.PageOf;
import dev.connexions.domain.media.Media;
import dev.connexions.domain.media.MediaId;
import dev.connexions.domain.media.MediaSurface;
import dev.connexions.domain.media.MediaType;
import dev.connexions.domain.shared.AccessToken;
import dev.connexions.meta.testing.RawAccount;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Meta leaves out is left out, what it garbles takes nothing else with it, and every list has an end. */
class GraphMediaTroubleTest {

    private static final String MEDIA = RawAccount.NODE + "/media";
    private static final String BATCH = "/v26.0/";
    private static final MediaId FIRST = new MediaId("17950000000000201");
    private static final MediaId SECOND = new MediaId("17950000000000202");

    private final RawAccount meta = new RawAccount();
    private final GraphMedia media = new GraphMedia(meta.client(), RawAccount.LIMIT);

    @AfterEach
    void stop() {
        meta.close();
    }

    @Test
    void readsAReelOfAnAlbumAndAll() {
        meta.on("/v26.0/" + FIRST.value(), """
            {"id":"17950000000000201","caption":"été 🍞","media_type":"CAROUSEL_ALBUM","media_product_type":"FEED",
             "permalink":"https://www.instagram.com/p/Cx/","shortcode":"Cx","timestamp":"2026-09-30T18:22:05+0000",
             "like_count":9,"comments_count":0,"is_comment_enabled":true,"alt_text":"A loaf","username":"new.to.us",
             "children":{"data":[{"id":"17950000000000203","media_type":"VIDEO","media_url":"https://cdn.example/v"},
                                 {"id":"17950000000000204","media_type":"HOLOGRAM"}]}}
            """);
        assertThat(media.read(RawAccount.INSTAGRAM, FIRST))
                .isEqualTo(new Lookup.Found(new Media(
                        FIRST,
                        MediaType.CAROUSEL_ALBUM,
                        MediaSurface.FEED,
                        "été 🍞",
                        "A loaf",
                        URI.create("https://www.instagram.com/p/Cx/"),
                        "Cx",
                        null,
                        null,
                        Instant.parse("2026-09-30T18:22:05Z"),
                        9L,
                        0L,
                        true,
                        List.of(
                                new Media.Child(
                                        new MediaId("17950000000000203"),
                                        MediaType.VIDEO,
                                        URI.create("https://cdn.example/v"),
                                        null),
                                new Media.Child(new MediaId("17950000000000204"), null, null, null)))));
    }

    @Test
    void takesNothingThatIsMissingForAFailure() {
        meta.on(
                "/v26.0/" + FIRST.value(),
                "{\"id\":\"17950000000000201\",\"media_type\":\"VIDEO\",\"like_count\":null}");
        assertThat(media.read(RawAccount.INSTAGRAM, FIRST)).isInstanceOfSatisfying(Lookup.Found.class, found -> {
            assertThat(found.media().mediaUrl()).isNull();
            assertThat(found.media().permalink()).isNull();
            assertThat(found.media().likes()).isNull();
            assertThat(found.media().surface()).isNull();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"id\":\"\"}",
                "{\"id\":\"1/../2\"}",
                "{\"id\":\"1\",\"timestamp\":\"yesterday\"}",
                "{\"id\":\"1\",\"like_count\":\"9\"}",
                "{\"id\":\"1\",\"like_count\":-1}",
                "{\"id\":\"1\",\"caption\":{}}",
                "{\"id\":\"1\",\"is_comment_enabled\":\"yes\"}",
                "{\"id\":\"1\",\"permalink\":\"https://x y\"}",
                "{\"id\":\"1\",\"children\":[]}"
            })
    void trustsNothingThatIsNotWhatItShouldBe(String body) {
        meta.on("/v26.0/" + FIRST.value(), body);
        assertThat(media.read(RawAccount.INSTAGRAM, FIRST))
                .isEqualTo(new Lookup.Failed(new Outage(Outage.Kind.INVALID)));
    }

    @Test
    void countsWhatItCannotRead() {
        meta.on(MEDIA, "{\"data\":[{\"id\":\"1\"},{\"name\":\"x\"},5,{\"id\":\"2\"},{\"id\":\"3\",\"timestamp\":1}]}");
        var page = (MetaPage.Loaded<Media>) media.posts(RawAccount.INSTAGRAM, PageOf.first(5));
        assertThat(page.items()).hasSize(2);
        assertThat(page.unreadable()).isEqualTo(3);
    }

    @Test
    void takesTheCursorAndNeverTheAddress() {
        meta.inTurn(
                MEDIA,
                "200 {\"data\":[{\"id\":\"1\"}],\"paging\":{\"cursors\":{\"after\":\"QVFI=\"},"
                        + "\"next\":\"https://evil.example/steal?access_token=IGAAcanaryToken\"}}",
                "200 {\"data\":[],\"paging\":{\"next\":\"https://evil.example/?after=second%3D&access_token=x\"}}",
                "200 {\"data\":[{\"id\":\"2\"}],\"paging\":{\"cursors\":{\"after\":\"third\"}}}");
        var walk = media.allPosts(RawAccount.INSTAGRAM);
        assertThat(walk.stoppedBy()).isNull();
        assertThat(walk.items()).extracting(one -> one.id().value()).containsExactly("1", "2");
        assertThat(meta.asked()).extracting(asked -> asked.get("after")).containsExactly("", "QVFI=", "second=");
        assertThat(meta.asked()).extracting(asked -> asked.get("limit")).containsOnly("100");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"data\":{}}",
                "{\"data\":[],\"paging\":{\"next\":\"https://graph.example/x\"}}",
                "{\"data\":[],\"paging\":{\"next\":\"https://graph.example/x\",\"cursors\":{\"after\":\"a b\"}}}",
                "{\"data\":[],\"paging\":{\"next\":\"https://graph.example/x\",\"cursors\":{\"after\":\"here\"}}}"
            })
    void trustsNoListThatIsNone(String body) {
        meta.on(MEDIA, body);
        assertThat(media.posts(RawAccount.INSTAGRAM, new PageOf(5, new PageCursor("here"))))
                .isEqualTo(new MetaPage.Failed<>(new Outage(Outage.Kind.INVALID)));
    }

    @Test
    void readsABatchEntryByEntry() {
        meta.on(
                BATCH,
                "[{\"code\":200,\"body\":\"{\\\"id\\\":\\\"17950000000000201\\\"}\"},null,"
                        + "{\"code\":400,\"body\":\"{\\\"error\\\":{\\\"code\\\":100,\\\"error_subcode\\\":33}}\"},"
                        + "{\"code\":200,\"body\":\"<html>\"}]");
        var third = new MediaId("17950000000000203");
        var fourth = new MediaId("17950000000000204");
        var answers = media.readAll(RawAccount.FACEBOOK, List.of(FIRST, SECOND, third, fourth, FIRST));
        assertThat(answers.keySet()).containsExactly(FIRST, SECOND, third, fourth);
        assertThat(answers.get(FIRST)).isInstanceOf(Lookup.Found.class);
        assertThat(answers.get(SECOND)).isEqualTo(new Lookup.Failed(new Outage(Outage.Kind.TIMEOUT)));
        assertThat(answers.get(third)).isEqualTo(new Lookup.NotSeen());
        assertThat(answers.get(fourth)).isInstanceOf(Lookup.Failed.class);
        assertThat(meta.onlyAsked().get("batch"))
                .contains("\"method\":\"GET\"")
                .contains("v26.0/17950000000000201?fields=");
    }

    @Test
    void asksThePersonForWhatThePageDoesNotSee() {
        meta.inTurn(
                BATCH,
                "200 [{\"code\":200,\"body\":\"{\\\"id\\\":\\\"17950000000000201\\\"}\"},"
                        + "{\"code\":400,\"body\":\"{\\\"error\\\":{\\\"code\\\":100,\\\"error_subcode\\\":33}}\"}]",
                "200 [{\"code\":200,\"body\":\"{\\\"id\\\":\\\"17950000000000202\\\"}\"}]");
        var access = MetaAccess.facebook(
                RawAccount.FACEBOOK.account(), RawAccount.PAGE, new AccessToken("EAApage"), new AccessToken("EAAme"));
        var answers = media.readAll(access, List.of(FIRST, SECOND));
        assertThat(answers.values()).allSatisfy(one -> assertThat(one).isInstanceOf(Lookup.Found.class));
        assertThat(meta.asked()).hasSize(2);
        assertThat(meta.asked().getLast().head()).contains("Bearer EAAme");
    }

    @Test
    void readsOneByOneWhereMetaTakesNoBatch() {
        meta.on(BATCH, 400, RawAccount.error(100, 33));
        meta.on("/v26.0/" + FIRST.value(), "{\"id\":\"17950000000000201\"}");
        meta.on("/v26.0/" + SECOND.value(), 400, RawAccount.error(100, 33));
        for (var i = 0; i < 2; i++) {
            var answers = media.readAll(RawAccount.INSTAGRAM, List.of(FIRST, SECOND));
            assertThat(answers.get(FIRST)).isInstanceOf(Lookup.Found.class);
            assertThat(answers.get(SECOND)).isEqualTo(new Lookup.NotSeen());
        }
        assertThat(meta.asked())
                .filteredOn(asked -> asked.line().startsWith("POST "))
                .hasSize(1);
    }

    @Test
    void believesABatchWhoseEntriesAreAllRefused() {
        meta.on(
                BATCH,
                "[{\"code\":400,\"body\":\"{\\\"error\\\":{\\\"code\\\":100,\\\"error_subcode\\\":33}}\"},"
                        + "{\"code\":400,\"body\":\"{\\\"error\\\":{\\\"code\\\":100,\\\"error_subcode\\\":33}}\"}]");
        meta.on("/v26.0/" + FIRST.value(), 400, RawAccount.error(100, 33));
        assertThat(media.readAll(RawAccount.INSTAGRAM, List.of(FIRST, SECOND)).values())
                .containsOnly(new Lookup.NotSeen());
        assertThat(meta.asked()).hasSize(2);
    }

    @Test
    void failsEachOfABatchThatFails() {
        meta.on(BATCH, 400, RawAccount.error(190, 460));
        assertThat(media.readAll(RawAccount.FACEBOOK, List.of(FIRST, SECOND)).values())
                .containsOnly(new Lookup.Failed(
                        new MetaFailure.TokenInvalid("password_changed", new MetaFailure.Evidence(190, 460))));
    }

    @Test
    void removesByDelete() {
        meta.on("/v26.0/" + FIRST.value(), "{\"success\":true,\"deleted_id\":\"17950000000000201\"}");
        assertThat(media.remove(RawAccount.FACEBOOK, FIRST)).isEqualTo(new Removal.Removed());
        assertThat(meta.onlyAsked().line()).startsWith("DELETE /v26.0/17950000000000201");
    }

    @Test
    void doesNotTakeAnotherAnswerForSuccess() {
        meta.on("/v26.0/" + FIRST.value(), "{\"success\":false}");
        assertThat(media.remove(RawAccount.FACEBOOK, FIRST))
                .isEqualTo(new Removal.Failed(new Outage(Outage.Kind.INVALID)));
        assertThat(media.letComment(RawAccount.INSTAGRAM, FIRST, true))
                .isEqualTo(new Switch.Failed(new MetaFailure.Ambiguous(new Outage(Outage.Kind.INVALID))));
    }
}
