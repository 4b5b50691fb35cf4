package dev.connexions.domain.authorization;

import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.connexion.GrantId;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.connexion.Scopes;
import dev.connexions.domain.shared.OrganisationId;
import dev.connexions.domain.shared.UserId;
import dev.connexions.domain.token.TokenLease;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one Meta consent gave; several connexions can hang on one.
 *
 * @param metaUserId Meta's app-scoped id of the person, a text
 * @param consent how long the consent's own token is good for, where it is kept: that of Facebook Login, which opens the
 *     Pages' tokens
 * @param consentedFor the user for whom the platform asked for it; absent on what was stored before that was kept
 * @param consents how often the person consented, which tells one consent from the next whatever the clock says
 */
public record Grant(
        GrantId id,
        OrganisationId organisation,
        LoginProduct product,
        String metaUserId,
        Scopes requested,
        Scopes granted,
        Instant grantedAt,
        Instant lastVerifiedAt,
        @Nullable TokenLease consent,
        @Nullable UserId consentedFor,
        long consents) {

    public Grant {
        if (consent != null && consent.issuedAt() == null) {
            throw new IllegalArgumentException("when a consent's token was issued is known");
        }
    }

    /** A person's first consent that an organisation got something from. */
    public static Grant first(AuthorizationSession session, Consent consent, Instant now) {
        return new Grant(
                GrantId.random(),
                session.organisation(),
                session.product(),
                consent.metaUserId(),
                session.requested(),
                consent.granted(),
                now,
                now,
                kept(session.product(), consent),
                session.startedBy(),
                1);
    }

    /** The same person consented again. */
    public Grant renewed(AuthorizationSession session, Consent consent, Instant now) {
        return new Grant(
                id,
                organisation,
                product,
                metaUserId,
                session.requested(),
                consent.granted(),
                now,
                now,
                kept(product, consent),
                session.startedBy(),
                consents + 1);
    }

    /** Meta confirmed that it still stands. */
    public Grant verified(Instant now) {
        return new Grant(
                id,
                organisation,
                product,
                metaUserId,
                requested,
                granted,
                grantedAt,
                now,
                consent,
                consentedFor,
                consents);
    }

    /** @param last the connexion that hung on it, and is gone */
    public Revocation revocation(ConnexionId last, Instant now) {
        return new Revocation(organisation, last, product, metaUserId, now);
    }

    public Scopes missing() {
        return requested.without(granted);
    }

    /** With Instagram Login the consent's token is the connexion's own, and kept there. */
    private static @Nullable TokenLease kept(LoginProduct product, Consent consent) {
        return product == LoginProduct.FACEBOOK ? consent.lease() : null;
    }
}
