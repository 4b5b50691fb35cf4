package dev.connexions.meta.media;

import dev.connexions.application.media.InstagramMedia;
import dev.connexions.application.media.InstagramMediaContract;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.media.MediaId;
import dev.connexions.meta.testing.OnSandbox;
import dev.connexions.meta.testing.SandboxConnexion;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The real client against the sandbox, through both products. */
@ParameterizedClass
@EnumSource
class GraphMediaTest implements OnSandbox, InstagramMediaContract {

    private final SandboxConnexion sandbox;
    private final GraphMedia media;

    GraphMediaTest(LoginProduct product) {
        sandbox = new SandboxConnexion(product);
        media = new GraphMedia(sandbox.client());
    }

    @Override
    public SandboxConnexion sandbox() {
        return sandbox;
    }

    @Override
    public InstagramMedia media() {
        return media;
    }

    @Override
    public MediaId post(String caption) {
        sandbox.meta().advance(Duration.ofMinutes(1));
        return sandbox.published("\"caption\":\"" + caption + "\"");
    }

    @Override
    public MediaId story() {
        sandbox.meta().advance(Duration.ofMinutes(1));
        return sandbox.published("\"product\":\"STORY\"");
    }
}
