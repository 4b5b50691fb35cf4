package dev.connexions.meta.sandbox.token;

import java.time.Instant;
import java.util.List;

/** What a consent brings back to the app: good once, for an hour, and for the address it was asked for. */
public record Code(String value, Grant grant, Instant expiresAt) {

    /**
     * @param kind of the token that it is good for
     * @param holder whose token that will be
     */
    public record Grant(Token.Kind kind, String holder, String redirectUri, List<String> scopes) {

        public Grant {
            scopes = List.copyOf(scopes);
        }
    }

    @Override
    public String toString() {
        return "Code[***, holder=" + grant.holder() + "]";
    }
}
