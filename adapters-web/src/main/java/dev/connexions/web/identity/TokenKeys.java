package dev.connexions.web.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;

/** What tokens are signed with. This alone decides the algorithm; what a token says of it must agree. */
public sealed interface TokenKeys {

    /** HS256. Prints as {@code ***}. */
    record SharedSecret(String secret) implements TokenKeys {

        private static final int MIN_BYTES = 32;

        /** @throws IllegalArgumentException when it is shorter than the hash: such a one can be guessed offline */
        public SharedSecret {
            if (secret.getBytes(UTF_8).length < MIN_BYTES) {
                throw new IllegalArgumentException("the secret of the tokens has at least 32 bytes");
            }
        }

        @Override
        public String toString() {
            return "***";
        }
    }

    /** RS256 or ES256, whichever the key named by the token is for. */
    record KeySet(URI url) implements TokenKeys {}
}
