package dev.connexions.meta.media;

import dev.connexions.application.media.InstagramProfiles;
import dev.connexions.application.media.InstagramProfilesContract;
import dev.connexions.application.shared.MetaAccess;
import dev.connexions.meta.testing.SandboxConnexion;
import org.junit.jupiter.api.AfterEach;

/** The real client against the sandbox. */
class GraphProfilesTest implements InstagramProfilesContract {

    private final SandboxConnexion sandbox = new SandboxConnexion();
    private final GraphProfiles profiles = new GraphProfiles(sandbox.client());

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Override
    public InstagramProfiles profiles() {
        return profiles;
    }

    @Override
    public MetaAccess access() {
        return sandbox.access();
    }

    @Override
    public void revoke() {
        sandbox.revoke();
    }

    @Override
    public void breakUpstream() {
        sandbox.breakUpstream();
    }
}
