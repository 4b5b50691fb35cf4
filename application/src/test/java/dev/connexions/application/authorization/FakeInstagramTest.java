package dev.connexions.application.authorization;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connexions.application.authorization.InstagramLogin.Code;
import dev.connexions.application.testing.FakeInstagram;
import dev.connexions.application.testing.Fixtures;
import dev.connexions.application.testing.InMemoryStore;
import dev.connexions.application.testing.SettableTime;
import dev.connexions.domain.connexion.Account;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.connexion.Scopes;
import org.junit.jupiter.api.Test;

class FakeInstagramTest implements InstagramLoginContract {

    private final SettableTime clock = new SettableTime(Fixtures.NOW);
    private final InMemoryStore store = new InMemoryStore(clock);
    private final FakeInstagram instagram = new FakeInstagram(store, clock);

    @Override
    public InstagramLogin login() {
        return instagram;
    }

    @Override
    public Code consent(Account who, Scopes requested, Scopes ticked) {
        return instagram.consent(who, ticked);
    }

    @Override
    public void breakUpstream() {
        instagram.goesDown();
    }

    @Test
    void refusesToBeCalledInsideATransaction() {
        var member = store.operator(Fixtures.organisation());
        var code = instagram.consent(Fixtures.account(), ALL);
        assertThatThrownBy(() ->
                        store.transactions().in(member, tx -> instagram.exchange(LoginProduct.INSTAGRAM, code)))
                .isInstanceOf(IllegalStateException.class);
    }
}
