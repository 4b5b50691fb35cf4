package dev.connexions.application.webhook;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connexions.application.shared.MetaAccess;
import dev.connexions.application.testing.FakeSubscriptions;
import dev.connexions.application.testing.Fixtures;
import dev.connexions.application.testing.InMemoryStore;
import dev.connexions.application.testing.MetaScript;
import dev.connexions.application.testing.OnFake;
import dev.connexions.application.testing.SettableTime;
import dev.connexions.domain.connexion.LoginProduct;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class FakeSubscriptionsTest implements OnFake, InstagramSubscriptionsContract {

    private final InMemoryStore store = new InMemoryStore(new SettableTime(Fixtures.NOW));
    private final FakeSubscriptions fake = new FakeSubscriptions(store);
    private final MetaAccess access;

    FakeSubscriptionsTest(LoginProduct product) {
        access = Fixtures.access(product);
    }

    @Override
    public InstagramSubscriptions subscriptions() {
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

    @Test
    void refusesToBeCalledInsideATransaction() {
        var member = store.operator(Fixtures.organisation());
        assertThatThrownBy(() -> store.transactions().in(member, tx -> fake.current(access)))
                .isInstanceOf(IllegalStateException.class);
    }
}
