package dev.connexions.application.authorization;

import dev.connexions.application.shared.StaleException;
import dev.connexions.application.shared.Tx;
import dev.connexions.application.token.TokenVault;
import dev.connexions.domain.authorization.AuthorizationSessionId;
import dev.connexions.domain.connexion.GrantId;
import dev.connexions.domain.shared.AccessToken;

/**
 * Where consents' own tokens rest, sealed to what they belong to: for a while in a session, as long as the grant with a
 * grant. Sees those of the transaction's organisation only.
 */
public interface ConsentTokens {

    TokenVault.Opened of(Tx tx, AuthorizationSessionId session);

    /**
     * Only while a choice or a proof is under way: saving the session in any other progress destroys the token.
     *
     * @throws StaleException when there is no such session, or none that may keep one
     */
    void keep(Tx tx, AuthorizationSessionId session, AccessToken token);

    TokenVault.Opened of(Tx tx, GrantId grant);

    /**
     * Until the grant is gone, or is saved without a lease for it.
     *
     * @throws StaleException when there is no such grant, or none that may keep one
     */
    void keep(Tx tx, GrantId grant, AccessToken token);
}
