package dev.connexions.web.shared;

import java.time.Duration;

/** Hears of every request that was routed, for metrics. */
@FunctionalInterface
public interface RequestObserver {

    RequestObserver NONE = (method, route, status, took) -> {};

    /**
     * @param method one of the standard ones, or {@code OTHER}: few values, whatever is sent
     * @param route the template of the path, or {@code unmatched}: few values, whatever is asked for
     */
    void served(String method, String route, int status, Duration took);
}
