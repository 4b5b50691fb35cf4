package dev.connexions.meta.sandbox.app;

import java.util.Map;
import java.util.Set;

/**
 * An app as its dashboard at Meta describes it.
 *
 * @param redirectUris where consent may lead back to, to the byte; none: anywhere
 * @param configurations of Facebook Login for Business, by id
 */
public record RegisteredApp(
        String id, String secret, Set<String> redirectUris, Map<String, Configuration> configurations) {

    public RegisteredApp {
        redirectUris = Set.copyOf(redirectUris);
        configurations = Map.copyOf(configurations);
    }

    public RegisteredApp(String id, String secret, Set<String> redirectUris) {
        this(id, secret, redirectUris, Map.of());
    }

    public boolean allows(String redirectUri) {
        return redirectUris.isEmpty()
                ? redirectUri.startsWith("http://") || redirectUri.startsWith("https://")
                : redirectUris.contains(redirectUri);
    }

    @Override
    public String toString() {
        return "RegisteredApp[id=" + id + ", secret=***, redirectUris=" + redirectUris + "]";
    }
}
