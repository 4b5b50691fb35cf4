package dev.connexions.application.testing;

import dev.connexions.application.shared.MetaFailure;
import dev.connexions.application.shared.MetaPortContract;

/** A port's contract on its fake. */
public interface OnFake extends MetaPortContract {

    MetaScript script();

    @Override
    default void revoke() {
        script().fails(new MetaFailure.TokenInvalid("app_removed", new MetaFailure.Evidence(190, 458)));
    }

    @Override
    default void breakUpstream() {
        script().fails(new MetaFailure.Outage(MetaFailure.Outage.Kind.INVALID));
    }
}
