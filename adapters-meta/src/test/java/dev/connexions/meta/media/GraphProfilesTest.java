package dev.connexions.meta.media;

import dev.connexions.application.media.InstagramProfiles;
import dev.connexions.application.media.InstagramProfilesContract;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.meta.testing.OnSandbox;
import dev.connexions.meta.testing.SandboxConnexion;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The real client against the sandbox, through both products. */
@ParameterizedClass
@EnumSource
class GraphProfilesTest implements OnSandbox, InstagramProfilesContract {

    private final SandboxConnexion sandbox;
    private final GraphProfiles profiles;

    GraphProfilesTest(LoginProduct product) {
        sandbox = new SandboxConnexion(product);
        profiles = new GraphProfiles(sandbox.client());
    }

    @Override
    public SandboxConnexion sandbox() {
        return sandbox;
    }

    @Override
    public InstagramProfiles profiles() {
        return profiles;
    }
}
