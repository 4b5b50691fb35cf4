package dev.connexions.application.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connexions.application.shared.MetaAccess;
import dev.connexions.application.shared.MetaFailure;
import dev.connexions.application.testing.FakeProfiles;
import dev.connexions.application.testing.Fixtures;
import dev.connexions.application.testing.InMemoryStore;
import dev.connexions.application.testing.SettableTime;
import dev.connexions.domain.media.AccountProfile;
import org.junit.jupiter.api.Test;

class FakeProfilesTest implements InstagramProfilesContract {

    private final InMemoryStore store = new InMemoryStore(new SettableTime(Fixtures.NOW));
    private final FakeProfiles fake = new FakeProfiles(store);
    private final MetaAccess access = Fixtures.instagramAccess();

    @Override
    public InstagramProfiles profiles() {
        return fake;
    }

    @Override
    public MetaAccess access() {
        return access;
    }

    @Override
    public void revoke() {
        fake.script().fails(new MetaFailure.TokenInvalid("app_removed", new MetaFailure.Evidence(190, 458)));
    }

    @Override
    public void breakUpstream() {
        fake.script().fails(new MetaFailure.Outage(MetaFailure.Outage.Kind.INVALID));
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
