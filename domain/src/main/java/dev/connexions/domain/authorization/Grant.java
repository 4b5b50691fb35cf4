package dev.connexions.domain.authorization;

import dev.connexions.domain.connexion.GrantId;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.connexion.Scopes;
import dev.connexions.domain.shared.OrganisationId;
import java.time.Instant;

/**
 * What one Meta consent gave; several connexions can hang on one.
 *
 * @param metaUserId Meta's app-scoped id of the person, a text
 */
public record Grant(
        GrantId id,
        OrganisationId organisation,
        LoginProduct product,
        String metaUserId,
        Scopes requested,
        Scopes granted,
        Instant grantedAt,
        Instant lastVerifiedAt) {

    /** The same person consented again. */
    public Grant renewed(Scopes requested, Scopes granted, Instant now) {
        return new Grant(id, organisation, product, metaUserId, requested, granted, now, now);
    }
}
