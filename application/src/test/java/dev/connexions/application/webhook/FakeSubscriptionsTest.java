package dev.connexions.application.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connexions.application.shared.MetaAccess;
import dev.connexions.application.shared.MetaFailure;
import dev.connexions.application.testing.FakeSubscriptions;
import dev.connexions.application.testing.Fixtures;
import dev.connexions.application.testing.InMemoryStore;
import dev.connexions.application.testing.SettableTime;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FakeSubscriptionsTest {

    private final InMemoryStore store = new InMemoryStore(new SettableTime(Fixtures.NOW));
    private final FakeSubscriptions fake = new FakeSubscriptions(store);

    @Test
    void refusesToBeCalledInsideATransaction() {
        var member = store.operator(Fixtures.organisation());
        assertThatThrownBy(() -> store.transactions().in(member, tx -> fake.current(Fixtures.instagramAccess())))
                .isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @EnumSource(WebhookField.class)
    void knowsEachFieldByItsName(WebhookField field) {
        assertThat(WebhookField.of(field.code())).contains(field);
        assertThat(WebhookField.of(field.name())).isEmpty();
    }

    abstract class Keeps implements InstagramSubscriptionsContract {

        @Override
        public InstagramSubscriptions subscriptions() {
            return fake;
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
