package dev.connexions.meta.sandbox.app;

import java.util.Set;

/**
 * An app as its dashboard at Meta describes it.
 *
 * @param redirectUris where consent may lead back to, to the byte; none: anywhere
 */
public record RegisteredApp(String id, String secret, Set<String> redirectUris) {

    public RegisteredApp {
        redirectUris = Set.copyOf(redirectUris);
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
