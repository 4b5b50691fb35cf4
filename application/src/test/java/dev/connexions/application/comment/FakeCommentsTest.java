package dev.connexions.application.comment;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connexions.application.shared.MetaAccess;
import dev.connexions.application.testing.FakeComments;
import dev.connexions.application.testing.Fixtures;
import dev.connexions.application.testing.InMemoryStore;
import dev.connexions.application.testing.MetaScript;
import dev.connexions.application.testing.OnFake;
import dev.connexions.application.testing.SettableTime;
import dev.connexions.domain.comment.CommentId;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.media.MediaId;
import dev.connexions.domain.media.MediaSurface;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class FakeCommentsTest implements OnFake, InstagramCommentsContract {

    private final SettableTime clock = new SettableTime(Fixtures.NOW);
    private final InMemoryStore store = new InMemoryStore(clock);
    private final FakeComments fake = new FakeComments(store, clock);
    private final MetaAccess access;

    FakeCommentsTest(LoginProduct product) {
        access = Fixtures.access(product);
    }

    @Override
    public InstagramComments comments() {
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
    public MediaId post() {
        return Fixtures.media(MediaSurface.FEED, null).id();
    }

    @Override
    public CommentId guest(MediaId media, String text) {
        return fake.says(media, text);
    }

    @Test
    void refusesToBeCalledInsideATransaction() {
        var member = store.operator(Fixtures.organisation());
        assertThatThrownBy(() -> store.transactions().in(member, tx -> fake.read(access, new CommentId("1"))))
                .isInstanceOf(IllegalStateException.class);
    }
}
