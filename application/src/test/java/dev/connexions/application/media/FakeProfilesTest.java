package dev.connexions.application.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connexions.application.shared.MetaAccess;
import dev.connexions.application.testing.FakeProfiles;
import dev.connexions.application.testing.Fixtures;
import dev.connexions.application.testing.InMemoryStore;
import dev.connexions.application.testing.MetaScript;
import dev.connexions.application.testing.OnFake;
import dev.connexions.application.testing.SettableTime;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.media.AccountProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class FakeProfilesTest implements OnFake, InstagramProfilesContract {

    private final InMemoryStore store = new InMemoryStore(new SettableTime(Fixtures.NOW));
    private final FakeProfiles fake = new FakeProfiles(store);
    private final MetaAccess access;

    FakeProfilesTest(LoginProduct product) {
        access = Fixtures.access(product);
    }

    @Override
    public InstagramProfiles profiles() {
        return fake;
    }

    @Override
    public MetaAccess access() {
        return access;
    }

    @Override
    public MetaScript script() {
        return fake.script();
    }

    @Test
    void showsWhatATestPutsThere() {
        var other = new AccountProfile(Fixtures.account(), null, null, null, null, null, null, null);
        fake.shows(other);
        assertThat(fake.profile(access)).isEqualTo(new InstagramProfiles.Look.Seen(other));
    }

    @Test
    void refusesToBeCalledInsideATransaction() {
        var member = store.operator(Fixtures.organisation());
        assertThatThrownBy(() -> store.transactions().in(member, tx -> fake.profile(access)))
                .isInstanceOf(IllegalStateException.class);
    }
}
