package dev.connexions.application.authorization;

import dev.connexions.domain.authorization.Candidate;
import dev.connexions.domain.authorization.Obstacle;
import dev.connexions.domain.connexion.Account;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.connexion.Scopes;
import dev.connexions.domain.shared.AccessToken;
import dev.connexions.domain.shared.OneTimeSecret;
import dev.connexions.domain.token.TokenLease;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Meta's consent, seen from our side. */
public interface InstagramLogin {

    /** The login products that are configured, and so can be offered. */
    Set<LoginProduct> products();

    /** Where a browser asks for consent; Meta itself is not asked. The redirect comes back to the one callback address that is configured. */
    URI consentPage(LoginProduct product, Scopes requested, OneTimeSecret state);

    /**
     * Turns the code that consent brought into a long-lived token and asks, to the last page, which accounts it reaches.
     * The code is used up, whatever the outcome. Ends within ten seconds. Never called inside a transaction.
     */
    Exchange exchange(LoginProduct product, Code code);

    /**
     * Proves that the account can be used: reads it with the very token that will be stored. Changes nothing at Meta and
     * may be repeated. Ends within ten seconds. Never called inside a transaction.
     *
     * @param account as it was last seen; where it is found at Meta may have changed since
     */
    Proof prove(LoginProduct product, ConsentToken consent, Account account);

    /**
     * Has Meta forget what the person consented to, for every account: all tokens that came of it are dead afterwards, in
     * whatever hands. May be repeated. Ends within ten seconds. Never called inside a transaction.
     *
     * @param metaUserId as {@link Exchange.Consented} named the person
     */
    Revoking revoke(LoginProduct product, String metaUserId);

    /** What the redirect carries: 1 to 2048 visible ASCII characters. Prints as {@code ***}. */
    record Code(String value) {

        private static final int MAX_LENGTH = 2048;

        public Code {
            if (value.isEmpty() || value.length() > MAX_LENGTH || !value.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
                throw new IllegalArgumentException("a code is 1 to 2048 visible ASCII characters");
            }
        }

        @Override
        public String toString() {
            return "***";
        }
    }

    sealed interface Exchange {

        /**
         * @param metaUserId the app-scoped id of the person who consented
         * @param candidates everything that the consent shows, with the reason for what cannot be connected
         */
        record Consented(String metaUserId, Scopes granted, ConsentToken token, List<Candidate> candidates)
                implements Exchange {

            public Consented {
                candidates = List.copyOf(candidates);
            }
        }

        /** Used, expired, for another address or another app. */
        record CodeRejected() implements Exchange {}

        /** The person did not grant what it takes to see any account. */
        record PermissionMissing() implements Exchange {}

        /** No answer, or none that can be trusted. Nothing is known of the code. */
        record Unavailable(String detail) implements Exchange {}
    }

    sealed interface Proof {

        /** @param token what is stored: the Page's token, or the consent's own where there is no Page */
        record Usable(Account account, AccessToken token, TokenLease lease) implements Proof {}

        /** Meta says, to the living token of the consent, that the account is not to be had. */
        record Unusable(Obstacle why) implements Proof {}

        /** Meta does not take the consent's token any more. */
        record ConsentRefused(
                @Nullable Integer metaCode, @Nullable Integer metaSubcode) implements Proof {}

        /** No answer, or none that can be trusted. Nothing is known of the account. */
        record Unavailable(String detail) implements Proof {}
    }

    sealed interface Revoking {

        record Revoked() implements Revoking {}

        /** Meta has no such call for the product: only the person can remove the app. */
        record NotOffered() implements Revoking {}

        /** Meta would not, or gave no answer to rely on. */
        record Unavailable(String detail) implements Revoking {}
    }
}
