package dev.connexions.meta.shared;

import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.meta.limits.Breakers;
import dev.connexions.meta.limits.Limiter;
import dev.connexions.meta.limits.Usage;
import java.time.InstantSource;
import java.util.Map;

/** What the client knows of its way to Meta, from the answers it got. To look at, not to change. */
public final class GraphHealth {

    private final Limiter limiter;
    private final Breakers breakers;
    private final ServedVersions versions;
    private final InstantSource clock;

    GraphHealth(Limiter limiter, Breakers breakers, ServedVersions versions, InstantSource clock) {
        this.limiter = limiter;
        this.breakers = breakers;
        this.versions = versions;
        this.clock = clock;
    }

    public Usage ofApp(LoginProduct product) {
        return limiter.usage(product, null, clock.instant());
    }

    /** @param id Meta's id of an account, a page or a person */
    public Usage of(LoginProduct product, String id) {
        return limiter.usage(product, id, clock.instant());
    }

    /** How many accounts, pages and persons are not asked for, because Meta throttles them. */
    public long throttled() {
        return limiter.throttled(clock.instant());
    }

    /** By host: {@code closed}, {@code open} or {@code half_open}. */
    public Map<String, String> breakers() {
        return breakers.states();
    }

    /** How much of what Meta said of limits made no sense. */
    public long ignoredSignals() {
        return limiter.ignored();
    }

    /** In which Graph version Meta answered last. */
    public Map<LoginProduct, String> servedVersions() {
        return versions.served();
    }
}
