package dev.connexions.application.token;

import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.shared.AccessToken;
import dev.connexions.domain.token.RenewalFailure;
import dev.connexions.domain.token.TokenLease;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Tokens at Meta, seen from our side. */
public interface InstagramTokens {

    /**
     * A token for a token: the new one begins its life anew, the old one works until its own end. Meta wants it a day old
     * and not expired, and has this for Instagram Login only: of the other product a token is refused unasked. Ends within
     * ten seconds. Never called inside a transaction.
     */
    Refresh refresh(LoginProduct product, AccessToken token);

    sealed interface Refresh {

        record Renewed(AccessToken token, TokenLease lease) implements Refresh {}

        /** @param notBefore when Meta wants to be asked again, if it said */
        record Failed(RenewalFailure why, @Nullable Instant notBefore) implements Refresh {}
    }
}
