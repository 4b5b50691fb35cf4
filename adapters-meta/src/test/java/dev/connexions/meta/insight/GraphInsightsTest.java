package dev.connexions.meta.insight;

import dev.connexions.application.insight.InstagramInsights;
import dev.connexions.application.insight.InstagramInsightsContract;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.media.MediaId;
import dev.connexions.meta.testing.OnSandbox;
import dev.connexions.meta.testing.SandboxConnexion;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The real client against the sandbox, through both products. */
@ParameterizedClass
@EnumSource
class GraphInsightsTest implements OnSandbox, InstagramInsightsContract {

    private final SandboxConnexion sandbox;
    private final GraphInsights insights;

    GraphInsightsTest(LoginProduct product) {
        sandbox = new SandboxConnexion(product);
        insights = new GraphInsights(sandbox.client(), sandbox.meta().sandbox().clock());
    }

    @Override
    public SandboxConnexion sandbox() {
        return sandbox;
    }

    @Override
    public InstagramInsights insights() {
        return insights;
    }

    @Override
    public Instant now() {
        return sandbox.meta().sandbox().clock().instant();
    }

    /** Old enough for its figures to be in. */
    @Override
    public MediaId seenPost() {
        var at = now().minus(Duration.ofDays(10));
        return sandbox.published("\"viewers\":512,\"at\":\"" + at + "\"");
    }
}
