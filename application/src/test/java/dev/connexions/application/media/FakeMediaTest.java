package dev.connexions.application.media;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connexions.application.shared.MetaAccess;
import dev.connexions.application.shared.MetaFailure;
import dev.connexions.application.testing.FakeMedia;
import dev.connexions.application.testing.Fixtures;
import dev.connexions.application.testing.InMemoryStore;
import dev.connexions.application.testing.SettableTime;
import dev.connexions.domain.media.MediaId;
import dev.connexions.domain.media.MediaSurface;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FakeMediaTest {

    private final InMemoryStore store = new InMemoryStore(new SettableTime(Fixtures.NOW));
    private final FakeMedia fake = new FakeMedia(store);

    @Test
    void refusesToBeCalledInsideATransaction() {
        var member = store.operator(Fixtures.organisation());
        var id = new MediaId("17950000000000001");
        assertThatThrownBy(() -> store.transactions().in(member, tx -> fake.read(Fixtures.instagramAccess(), id)))
                .isInstanceOf(IllegalStateException.class);
    }

    abstract class Keeps implements InstagramMediaContract {

        @Override
        public InstagramMedia media() {
            return fake;
        }

        @Override
        public MediaId post(String caption) {
            return shown(MediaSurface.FEED, caption);
        }

        @Override
        public MediaId story() {
            return shown(MediaSurface.STORY, null);
        }

        private MediaId shown(MediaSurface surface, @Nullable String caption) {
            var media = Fixtures.media(surface, caption);
            fake.shows(media);
            return media.id();
        }

        @Override
        public void revoke() {
            fake.script().fails(new MetaFailure.TokenInvalid("app_removed", new MetaFailure.Evidence(190, 458)));
        }

        @Override
        public void breakUpstream() {
            fake.script().fails(new MetaFailure.Outage(MetaFailure.Outage.Kind.INVALID));
        }
    }

    @Nested
    class WithInstagramLogin extends Keeps {

        private final MetaAccess access = Fixtures.instagramAccess();

        @Override
        public MetaAccess access() {
            return access;
        }
    }

    @Nested
    class WithFacebookLogin extends Keeps {

        private final MetaAccess access = Fixtures.facebookAccess();

        @Override
        public MetaAccess access() {
            return access;
        }
    }
}
