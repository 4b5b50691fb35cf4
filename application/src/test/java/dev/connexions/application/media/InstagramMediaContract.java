package dev.connexions.application.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.application.media.InstagramMedia.Lookup;
import dev.connexions.application.media.InstagramMedia.Removal;
import dev.connexions.application.media.InstagramMedia.Switch;
import dev.connexions.application.shared.MetaFailure;
import dev.connexions.application.shared.MetaPage;
import dev.connexions.application.shared.MetaPortContract;
import dev.connexions.application.shared.PageCursor;
import dev.connexions.application.shared.PageOf;
import dev.connexions.domain.media.Media;
import dev.connexions.domain.media.MediaId;
import dev.connexions.domain.media.MediaSurface;
import dev.connexions.domain.media.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What every {@link InstagramMedia} promises of an account that has published nothing. */
public interface InstagramMediaContract extends MetaPortContract {

    InstagramMedia media();

    /** The account publishes a picture in its feed. */
    MediaId post(String caption);

    /** The account shows a picture as a story. */
    MediaId story();

    @Test
    default void showsTheNewestFirst() {
        var older = post("one");
        var newer = post("two 🍞");
        var shown = loaded(media().posts(access(), PageOf.first(10)));
        assertThat(shown.items()).extracting(Media::id).containsExactly(newer, older);
        assertThat(shown.next()).isNull();
        assertThat(shown.unreadable()).isZero();
    }

    @Test
    default void showsWhatItIs() {
        var id = post("bread 🍞 & butter");
        var found = found(id);
        assertThat(found.id()).isEqualTo(id);
        assertThat(found.caption()).isEqualTo("bread 🍞 & butter");
        assertThat(found.type()).isEqualTo(MediaType.IMAGE);
        assertThat(found.surface()).isEqualTo(MediaSurface.FEED);
        assertThat(found.publishedAt()).isNotNull();
        assertThat(found.children()).isEmpty();
    }

    @Test
    default void showsNothingWhereNothingIs() {
        assertThat(loaded(media().posts(access(), PageOf.first(10))).items()).isEmpty();
        assertThat(media().allPosts(access()).items()).isEmpty();
        assertThat(media().allStories(access()).items()).isEmpty();
    }

    @Test
    default void goesPageByPageToTheEnd() {
        var all = new ArrayList<MediaId>();
        for (var i = 0; i < 7; i++) {
            all.addFirst(post("number " + i));
        }
        var walked = new ArrayList<MediaId>();
        PageCursor next = null;
        do {
            var page = loaded(media().posts(access(), new PageOf(3, next)));
            assertThat(page.items().size()).isLessThanOrEqualTo(3);
            page.items().forEach(one -> walked.add(one.id()));
            next = page.next();
        } while (next != null);
        assertThat(walked).isEqualTo(all);
        var walk = media().allPosts(access());
        assertThat(walk.stoppedBy()).isNull();
        assertThat(walk.items()).extracting(Media::id).isEqualTo(all);
    }

    @Test
    default void keepsStoriesApart() {
        var post = post("a post");
        var story = story();
        assertThat(media().allPosts(access()).items()).extracting(Media::id).containsExactly(post);
        var stories = loaded(media().stories(access(), PageOf.first(10))).items();
        assertThat(stories).extracting(Media::id).containsExactly(story);
        assertThat(stories.getFirst().surface()).isEqualTo(MediaSurface.STORY);
    }

    @Test
    default void doesNotSeeWhatIsNotThere() {
        assertThat(media().read(access(), new MediaId("17950000000000000"))).isEqualTo(new Lookup.NotSeen());
    }

    @Test
    default void readsManyEachForItself() {
        var first = post("first");
        var last = post("last");
        var asked = new ArrayList<MediaId>();
        asked.add(first);
        LongStream.range(17_950_000_000_000_000L, 17_950_000_000_000_099L)
                .forEach(id -> asked.add(new MediaId(Long.toString(id))));
        asked.add(last);
        var answers = media().readAll(access(), asked);
        assertThat(answers.keySet()).containsExactlyElementsOf(asked);
        assertThat(answers.get(first)).isEqualTo(new Lookup.Found(found(first)));
        assertThat(answers.get(last)).isEqualTo(new Lookup.Found(found(last)));
        assertThat(asked.subList(1, 100))
                .allSatisfy(id -> assertThat(answers.get(id)).isEqualTo(new Lookup.NotSeen()));
    }

    @Test
    default void readsNoneOfNone() {
        assertThat(media().readAll(access(), List.of())).isEmpty();
    }

    @Test
    default void removesWhereMetaLetsAnyoneRemove() {
        var id = post("a mistake");
        var removal = media().remove(access(), id);
        switch (access().product()) {
            case FACEBOOK -> {
                assertThat(removal).isEqualTo(new Removal.Removed());
                assertThat(media().read(access(), id)).isEqualTo(new Lookup.NotSeen());
            }
            case INSTAGRAM -> {
                assertThat(removal).isEqualTo(new Removal.NotOffered());
                assertThat(found(id).caption()).isEqualTo("a mistake");
            }
        }
    }

    @Test
    default void letsPeopleCommentOrNot() {
        var id = post("quiet");
        assertThat(media().letComment(access(), id, false)).isEqualTo(new Switch.Done());
        assertThat(media().letComment(access(), id, true)).isEqualTo(new Switch.Done());
    }

    @Test
    default void saysThatTheTokenIsRefused() {
        var id = post("a post");
        revoke();
        assertThat(media().allPosts(access()).stoppedBy()).isInstanceOf(MetaFailure.TokenInvalid.class);
        assertThat(media().readAll(access(), List.of(id)).get(id))
                .isInstanceOfSatisfying(
                        Lookup.Failed.class,
                        failed -> assertThat(failed.why()).isInstanceOf(MetaFailure.TokenInvalid.class));
    }

    @Test
    default void concludesNothingFromAnOutage() {
        var id = post("a post");
        breakUpstream();
        assertThat(media().posts(access(), PageOf.first(1))).isInstanceOf(MetaPage.Failed.class);
        assertThat(media().stories(access(), PageOf.first(1))).isInstanceOf(MetaPage.Failed.class);
        assertThat(media().read(access(), id)).isInstanceOf(Lookup.Failed.class);
        assertThat(media().readAll(access(), List.of(id)).get(id)).isInstanceOf(Lookup.Failed.class);
        assertThat(media().allPosts(access()).stoppedBy()).isNotNull();
        assertThat(media().letComment(access(), id, true))
                .isInstanceOfSatisfying(
                        Switch.Failed.class,
                        failed -> assertThat(failed.why()).isInstanceOf(MetaFailure.Ambiguous.class));
    }

    private Media found(MediaId id) {
        var lookup = media().read(access(), id);
        assertThat(lookup).isInstanceOf(Lookup.Found.class);
        return ((Lookup.Found) lookup).media();
    }

    private static MetaPage.Loaded<Media> loaded(MetaPage<Media> page) {
        assertThat(page).isInstanceOf(MetaPage.Loaded.class);
        return (MetaPage.Loaded<Media>) page;
    }
}
