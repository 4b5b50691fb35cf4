package dev.connexions.application.media;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connexions.application.shared.MetaAccess;
import dev.connexions.application.testing.FakeMedia;
import dev.connexions.application.testing.Fixtures;
import dev.connexions.application.testing.InMemoryStore;
import dev.connexions.application.testing.MetaScript;
import dev.connexions.application.testing.OnFake;
import dev.connexions.application.testing.SettableTime;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.media.MediaId;
import dev.connexions.domain.media.MediaSurface;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class FakeMediaTest implements OnFake, InstagramMediaContract {

    private final InMemoryStore store = new InMemoryStore(new SettableTime(Fixtures.NOW));
    private final FakeMedia fake = new FakeMedia(store);
    private final MetaAccess access;

    FakeMediaTest(LoginProduct product) {
        access = Fixtures.access(product);
    }

    @Override
    public InstagramMedia media() {
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

    @Test
    void refusesToBeCalledInsideATransaction() {
        var member = store.operator(Fixtures.organisation());
        var id = new MediaId("17950000000000001");
        assertThatThrownBy(() -> store.transactions().in(member, tx -> fake.read(access, id)))
                .isInstanceOf(IllegalStateException.class);
    }
}
