package dev.connexions.meta.sandbox.token;

import java.time.Instant;
import java.util.List;

/** What a consent brings back to the app: good once, for an hour, and for the address it was asked for. */
public record Code(String value, String account, String redirectUri, List<String> scopes, Instant expiresAt) {

    public Code {
        scopes = List.copyOf(scopes);
    }

    @Override
    public String toString() {
        return "Code[***, account=" + account + "]";
    }
}
