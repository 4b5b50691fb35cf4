package dev.connexions.meta.sandbox.app;

import java.util.List;

/**
 * A saved configuration of Facebook Login for Business ({@code config_id}).
 *
 * @param systemUser whether it brings a token of a system user, which does not end
 */
public record Configuration(String id, List<String> scopes, boolean systemUser) {

    public Configuration {
        scopes = List.copyOf(scopes);
    }
}
