package dev.connexions.application.authorization;

import dev.connexions.domain.connexion.Account;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.connexion.Scopes;
import dev.connexions.domain.shared.AccessToken;
import dev.connexions.domain.shared.OneTimeSecret;
import dev.connexions.domain.token.TokenLease;
import java.net.URI;
import java.util.Set;

/** Meta's consent, seen from our side. */
public interface InstagramLogin {

    /** The login products that are configured, and so can be offered. */
    Set<LoginProduct> products();

    /** Where a browser asks for consent; Meta itself is not asked. The redirect comes back to the one callback address that is configured. */
    URI consentPage(LoginProduct product, Scopes requested, OneTimeSecret state);

    /**
     * Turns the code that consent brought into a long-lived token and proves it by asking whose it is. The code is used
     * up, whatever the outcome. Ends within ten seconds. Never called inside a transaction.
     */
    Exchange exchange(LoginProduct product, Code code);

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

        /** @param metaUserId the app-scoped id of the person who consented */
        record Granted(String metaUserId, Account account, Scopes granted, AccessToken token, TokenLease lease)
                implements Exchange {}

        /** Used, expired, for another address or another app. */
        record CodeRejected() implements Exchange {}

        /** The account behind the consent is personal. */
        record NotProfessional() implements Exchange {}

        /** The person did not grant what it takes to see the profile. */
        record PermissionMissing() implements Exchange {}

        /** No answer, or none that can be trusted. Nothing is known of the code. */
        record Unavailable(String detail) implements Exchange {}
    }
}
