package dev.connexions.meta.testing;

import dev.connexions.application.shared.MetaAccess;
import dev.connexions.application.shared.MetaPortContract;
import org.junit.jupiter.api.AfterEach;

/** A port's contract on the real client against the sandbox. */
public interface OnSandbox extends MetaPortContract {

    SandboxConnexion sandbox();

    @AfterEach
    default void stop() {
        sandbox().close();
    }

    @Override
    default MetaAccess access() {
        return sandbox().access();
    }

    @Override
    default void revoke() {
        sandbox().revoke();
    }

    @Override
    default void breakUpstream() {
        sandbox().breakUpstream();
    }
}
