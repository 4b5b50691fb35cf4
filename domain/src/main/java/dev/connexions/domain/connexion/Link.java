package dev.connexions.domain.connexion;

import dev.connexions.domain.token.TokenLease;
import org.jspecify.annotations.Nullable;

/**
 * What a consent gave a connexion. Requested is not granted.
 *
 * @param product absent on a row that the platform wrote itself and that does not tell
 * @param grant absent on a row that the platform wrote itself
 */
public record Link(
        @Nullable LoginProduct product,
        Account account,
        @Nullable GrantId grant,
        Scopes requested,
        Scopes granted,
        TokenLease lease) {

    public Scopes missing() {
        return requested.without(granted);
    }
}
