package dev.connexions.web.authorization;

import dev.connexions.application.authorization.ShowGrant;
import dev.connexions.domain.connexion.Scopes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param consentExpiresAt when the person's own token ends, with which the Pages' tokens are had */
record GrantResponse(
        String id,
        String loginProduct,
        String metaUserId,
        List<String> requested,
        List<String> granted,
        List<String> missing,
        List<HangingResponse> connexions,
        String grantedAt,
        String lastVerifiedAt,
        @Nullable String consentExpiresAt) {

    static GrantResponse of(ShowGrant.Shown shown) {
        var grant = shown.grant();
        var ends = grant.consent() == null ? null : grant.consent().expiresAt();
        return new GrantResponse(
                grant.id().value().toString(),
                grant.product().code(),
                grant.metaUserId(),
                names(grant.requested()),
                names(grant.granted()),
                names(grant.missing()),
                HangingResponse.of(shown.connexions()),
                grant.grantedAt().toString(),
                grant.lastVerifiedAt().toString(),
                ends == null ? null : ends.toString());
    }

    private static List<String> names(Scopes scopes) {
        return List.copyOf(scopes.names());
    }
}
