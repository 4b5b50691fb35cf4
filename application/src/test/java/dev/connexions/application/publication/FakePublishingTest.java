package dev.connexions.application.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connexions.application.publication.InstagramPublishing.Release;
import dev.connexions.application.shared.MetaAccess;
import dev.connexions.application.shared.MetaFailure;
import dev.connexions.application.testing.FakePublishing;
import dev.connexions.application.testing.Fixtures;
import dev.connexions.application.testing.InMemoryStore;
import dev.connexions.application.testing.MetaScript;
import dev.connexions.application.testing.OnFake;
import dev.connexions.application.testing.SettableTime;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.publication.ContainerId;
import dev.connexions.domain.publication.ContainerStatus;
import dev.connexions.domain.publication.MediaUrl;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class FakePublishingTest implements OnFake, InstagramPublishingContract {

    private static final ContainerId CONTAINER = new ContainerId("17900000000000001");

    private final SettableTime clock = new SettableTime(Fixtures.NOW);
    private final InMemoryStore store = new InMemoryStore(clock);
    private final FakePublishing fake = new FakePublishing(store, clock);
    private final MetaAccess access;
    private boolean spoilt;

    FakePublishingTest(LoginProduct product) {
        access = Fixtures.access(product);
    }

    @Override
    public InstagramPublishing publishing() {
        return fake;
    }

    @Override
    public MetaScript script() {
        return fake.script();
    }

    @Override
    public MetaAccess access() {
        return access;
    }

    @Override
    public MediaUrl image() {
        return new MediaUrl("https://cdn.example/bread.jpg");
    }

    @Override
    public MediaUrl video() {
        return new MediaUrl("https://cdn.example/bread.mp4");
    }

    @Override
    public byte[] videoBytes() {
        return new byte[100_000];
    }

    @Override
    public void takeTime() {
        fake.prepares(new ContainerStatus.InProgress());
    }

    @Override
    public void finish(ContainerId container) {
        if (!spoilt) {
            fake.shows(container, new ContainerStatus.Finished());
        }
    }

    @Override
    public void spoilTheNext() {
        spoilt = true;
        fake.prepares(new ContainerStatus.Failed(2207026, "video_format", false));
    }

    @Override
    public void lapse(ContainerId container) {
        fake.shows(container, new ContainerStatus.Expired());
    }

    @Override
    public void loseTheAnswerOf(ContainerId container) {
        script().failsOnce(new MetaFailure.Outage(MetaFailure.Outage.Kind.TIMEOUT));
        fake.shows(container, new ContainerStatus.Published());
    }

    @Override
    public void exhaust() {
        fake.releases(new Release.LimitReached());
    }

    @Test
    void refusesToBeCalledInsideATransaction() {
        var member = store.operator(Fixtures.organisation());
        assertThatThrownBy(() -> store.transactions().in(member, tx -> fake.publish(access, CONTAINER)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void answersWhatATestScripts() {
        var busy = new MetaFailure.Transient("busy", new MetaFailure.Evidence(2, null));
        var meanwhile = new AtomicInteger();
        fake.script().meanwhile(meanwhile::incrementAndGet);
        fake.script().failsOnce(busy);
        fake.releases(new Release.LimitReached());
        assertThat(fake.publish(access, CONTAINER)).isEqualTo(new Release.Failed(busy));
        assertThat(fake.publish(access, CONTAINER)).isEqualTo(new Release.LimitReached());
        assertThat(fake.publish(access, CONTAINER)).isEqualTo(new Release.ContainerGone());
        assertThat(fake.published()).hasSize(3);
        assertThat(meanwhile).hasValue(3);
    }
}
