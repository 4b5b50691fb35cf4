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

    /** The same consent, with the token that took the place of its former one. */
    public Link renewed(TokenLease lease) {
        return new Link(product, account, grant, requested, granted, lease);
    }

    /** As it was asked for, or, on a row that does not tell, as what was granted shows. */
    public LoginProduct way() {
        if (product != null) {
            return product;
        }
        return granted.contains(ScopeCatalogue.profile(LoginProduct.INSTAGRAM))
                ? LoginProduct.INSTAGRAM
                : LoginProduct.FACEBOOK;
    }
}
