package dev.connexions.application.publication;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.application.publication.InstagramPublishing.Allowance;
import dev.connexions.application.publication.InstagramPublishing.Inspection;
import dev.connexions.application.publication.InstagramPublishing.Preparation;
import dev.connexions.application.publication.InstagramPublishing.Progress;
import dev.connexions.application.publication.InstagramPublishing.Release;
import dev.connexions.application.publication.InstagramPublishing.Transfer;
import dev.connexions.application.shared.MetaFailure;
import dev.connexions.application.shared.MetaPortContract;
import dev.connexions.domain.publication.AltText;
import dev.connexions.domain.publication.Caption;
import dev.connexions.domain.publication.Collaborators;
import dev.connexions.domain.publication.ContainerId;
import dev.connexions.domain.publication.ContainerStatus;
import dev.connexions.domain.publication.Content;
import dev.connexions.domain.publication.MediaUrl;
import dev.connexions.domain.publication.PublishingLimit;
import dev.connexions.domain.publication.UserTag;
import dev.connexions.domain.publication.Username;
import dev.connexions.domain.publication.VideoSource;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link InstagramPublishing} promises of an account that has published nothing yet. */
public interface InstagramPublishingContract extends MetaPortContract {

    InstagramPublishing publishing();

    /** A picture that Meta can fetch and show in the feed and in a story. */
    MediaUrl image();

    /** A video that Meta can fetch and show as a reel and in a story. */
    MediaUrl video();

    /** A video that Meta would show as a reel. */
    byte[] videoBytes();

    /** From now on a container needs its time before it is finished. */
    void takeTime();

    /** The time passes that Meta needs for this container. */
    void finish(ContainerId container);

    /** Meta takes what is prepared next, and then cannot make anything of it. */
    void spoilTheNext();

    /** A day passes, and what was not published lapses. */
    void lapse(ContainerId container);

    /** The next call that publishes has its effect, and no answer comes back. */
    void loseTheAnswerOf(ContainerId container);

    /** The account's publishing limit is used up. */
    void exhaust();

    @Test
    default void publishesAnImage() {
        var tag = new UserTag.At(new Username("anna.b"), 0.25, 1);
        var caption = new Caption("Été 🍞 #pain & more\n@anna.b");
        var content =
                new Content.Image(image(), caption, new AltText("A loaf"), List.of(tag), Collaborators.NONE, null);
        assertThat(live(content)).isInstanceOf(Release.Published.class);
    }

    @Test
    default void publishesAReel() {
        var content = new Content.Reel(
                new VideoSource.Fetched(video()),
                new Caption("A reel"),
                null,
                true,
                List.of(new UserTag.Anywhere(new Username("anna.b"))),
                Collaborators.NONE,
                null);
        assertThat(live(content)).isInstanceOf(Release.Published.class);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    default void publishesAStory(boolean moving) {
        var content = moving
                ? new Content.StoryVideo(new VideoSource.Fetched(video()), List.of())
                : new Content.StoryImage(image(), List.of());
        assertThat(live(content)).isInstanceOf(Release.Published.class);
    }

    @Test
    default void publishesACarouselOfBoth() {
        var first = prepared(new Content.CarouselImage(image(), new AltText("A loaf"), List.of()));
        var second = prepared(new Content.CarouselVideo(new VideoSource.Fetched(video()), List.of()));
        finish(first);
        finish(second);
        var content = new Content.Carousel(List.of(first, second), new Caption("Both"), Collaborators.NONE, null);
        assertThat(live(content)).isInstanceOf(Release.Published.class);
    }

    @Test
    default void givesEachContainerAnIdOfItsOwn() {
        assertThat(prepared(picture())).isNotEqualTo(prepared(picture()));
    }

    @Test
    default void publishesNothingThatIsNotFinished() {
        takeTime();
        var container = prepared(picture());
        assertThat(status(container)).isEqualTo(new ContainerStatus.InProgress());
        assertThat(publish(container)).isEqualTo(new Release.NotReady());
        finish(container);
        assertThat(status(container)).isEqualTo(new ContainerStatus.Finished());
        assertThat(publish(container)).isInstanceOf(Release.Published.class);
    }

    @Test
    default void tellsWhatIsLive() {
        var container = prepared(picture());
        finish(container);
        var release = publish(container);
        assertThat(status(container)).isEqualTo(new ContainerStatus.Published());
        assertThat(release)
                .isInstanceOfSatisfying(
                        Release.Published.class,
                        published -> assertThat(published.media().value()).isNotEqualTo(container.value()));
    }

    @Test
    default void publishesAContainerOnce() {
        var container = prepared(picture());
        finish(container);
        publish(container);
        assertThat(publish(container)).isEqualTo(new Release.NotReady());
        assertThat(limit().used()).isEqualTo(1);
    }

    @Test
    default void tellsWhatFailed() {
        spoilTheNext();
        var container = prepared(picture());
        finish(container);
        assertThat(status(container)).isInstanceOf(ContainerStatus.Failed.class);
    }

    @Test
    default void tellsWhatLapsed() {
        var container = prepared(picture());
        finish(container);
        lapse(container);
        assertThat(status(container)).isEqualTo(new ContainerStatus.Expired());
        assertThat(publish(container)).isEqualTo(new Release.ContainerGone());
    }

    @Test
    default void doesNotSeeWhatNobodyPrepared() {
        assertThat(publishing().inspect(access(), new ContainerId("17900000000000000")))
                .isEqualTo(new Inspection.NotSeen());
    }

    @Test
    default void doubtsWhatGoesUnansweredAndAsksItsContainer() {
        var container = prepared(picture());
        finish(container);
        loseTheAnswerOf(container);
        assertThat(publish(container))
                .isInstanceOfSatisfying(
                        Release.Failed.class,
                        failed -> assertThat(failed.why()).isInstanceOf(MetaFailure.Ambiguous.class));
        assertThat(status(container)).isEqualTo(new ContainerStatus.Published());
    }

    @Test
    default void readsTheLimitAndHowMuchOfItIsUsed() {
        var before = limit();
        assertThat(before.used()).isZero();
        assertThat(before.total()).isPositive();
        live(picture());
        assertThat(limit().used()).isEqualTo(1);
    }

    @Test
    default void saysThatTheLimitIsReached() {
        var container = prepared(picture());
        finish(container);
        exhaust();
        assertThat(publish(container)).isEqualTo(new Release.LimitReached());
        assertThat(status(container)).isEqualTo(new ContainerStatus.Finished());
    }

    @Test
    default void uploadsWhereMetaTakesUploads() {
        switch (access().product()) {
            case FACEBOOK -> uploads();
            case INSTAGRAM -> uploadsNothing();
        }
    }

    private void uploads() {
        var container = prepared(sent());
        var bytes = videoBytes();
        var file = new VideoFile(bytes.length, 0, from -> new ByteArrayInputStream(bytes, (int) from, bytes.length));
        assertThat(publishing().upload(access(), container, file)).isEqualTo(new Transfer.Received());
        finish(container);
        assertThat(publish(container)).isInstanceOf(Release.Published.class);
    }

    private void uploadsNothing() {
        assertThat(publishing().prepare(access(), sent())).isEqualTo(new Preparation.NotOffered());
        var container = prepared(picture());
        assertThat(publishing().upload(access(), container, new VideoFile(1, 0, from -> InputStream.nullInputStream())))
                .isEqualTo(new Transfer.NotOffered());
        assertThat(publishing().progress(access(), container)).isEqualTo(new Progress.NotOffered());
    }

    @Test
    default void saysThatTheTokenIsRefused() {
        var container = prepared(picture());
        finish(container);
        revoke();
        assertThat(publish(container))
                .isInstanceOfSatisfying(
                        Release.Failed.class,
                        failed -> assertThat(failed.why()).isInstanceOf(MetaFailure.TokenInvalid.class));
        assertThat(publishing().inspect(access(), container))
                .isInstanceOfSatisfying(
                        Inspection.Failed.class,
                        failed -> assertThat(failed.why()).isInstanceOf(MetaFailure.TokenInvalid.class));
    }

    @Test
    default void concludesNothingFromAnOutage() {
        var container = prepared(picture());
        finish(container);
        breakUpstream();
        assertThat(publishing().prepare(access(), picture())).isInstanceOf(Preparation.Failed.class);
        assertThat(publishing().inspect(access(), container)).isInstanceOf(Inspection.Failed.class);
        assertThat(publishing().allowance(access())).isInstanceOf(Allowance.Failed.class);
        assertThat(publish(container))
                .isInstanceOfSatisfying(
                        Release.Failed.class,
                        failed -> assertThat(failed.why()).isInstanceOf(MetaFailure.Ambiguous.class));
    }

    private Content.Image picture() {
        return new Content.Image(image(), null, null, List.of(), Collaborators.NONE, null);
    }

    private static Content sent() {
        return new Content.Reel(new VideoSource.Uploaded(), null, null, null, List.of(), Collaborators.NONE, null);
    }

    private Release live(Content content) {
        var container = prepared(content);
        finish(container);
        return publish(container);
    }

    private ContainerId prepared(Content content) {
        var preparation = publishing().prepare(access(), content);
        assertThat(preparation).isInstanceOf(Preparation.Prepared.class);
        return ((Preparation.Prepared) preparation).container();
    }

    private Release publish(ContainerId container) {
        return publishing().publish(access(), container);
    }

    private ContainerStatus status(ContainerId container) {
        var inspection = publishing().inspect(access(), container);
        assertThat(inspection).isInstanceOf(Inspection.Seen.class);
        return ((Inspection.Seen) inspection).status();
    }

    private PublishingLimit limit() {
        var allowance = publishing().allowance(access());
        assertThat(allowance).isInstanceOf(Allowance.Known.class);
        return ((Allowance.Known) allowance).limit();
    }
}
