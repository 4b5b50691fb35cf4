package dev.connexions.meta.webhook;

import dev.connexions.application.webhook.InstagramSubscriptions;
import dev.connexions.application.webhook.InstagramSubscriptionsContract;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.meta.testing.OnSandbox;
import dev.connexions.meta.testing.SandboxConnexion;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The real client against the sandbox, through both products. */
@ParameterizedClass
@EnumSource
class GraphSubscriptionsTest implements OnSandbox, InstagramSubscriptionsContract {

    private final SandboxConnexion sandbox;
    private final GraphSubscriptions subscriptions;

    GraphSubscriptionsTest(LoginProduct product) {
        sandbox = new SandboxConnexion(product);
        subscriptions = new GraphSubscriptions(sandbox.client(), sandbox.settings());
    }

    @Override
    public SandboxConnexion sandbox() {
        return sandbox;
    }

    @Override
    public InstagramSubscriptions subscriptions() {
        return subscriptions;
    }
}
