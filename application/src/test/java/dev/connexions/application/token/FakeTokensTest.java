package dev.connexions.application.token;

import dev.connexions.application.testing.FakeTokens;
import dev.connexions.application.testing.Fixtures;
import dev.connexions.application.testing.InMemoryStore;
import dev.connexions.application.testing.SettableTime;
import dev.connexions.domain.shared.AccessToken;
import dev.connexions.domain.token.RenewalFailure;
import java.time.Instant;

class FakeTokensTest implements InstagramTokensContract {

    private final SettableTime clock = new SettableTime(Fixtures.NOW);
    private final FakeTokens fake = new FakeTokens(new InMemoryStore(clock), clock);

    @Override
    public InstagramTokens tokens() {
        return fake;
    }

    @Override
    public AccessToken token() {
        return Fixtures.token();
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public void breakUpstream() {
        fake.fails(RenewalFailure.UPSTREAM_INVALID);
    }
}
