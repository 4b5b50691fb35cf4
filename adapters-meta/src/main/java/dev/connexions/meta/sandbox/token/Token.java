package dev.connexions.meta.sandbox.token;

import java.time.Instant;
import java.util.List;

/** @param number how many were issued before it */
public record Token(
        String value,
        long number,
        String account,
        boolean longLived,
        List<String> scopes,
        Instant issuedAt,
        Instant expiresAt) {

    public Token {
        scopes = List.copyOf(scopes);
    }

    @Override
    public String toString() {
        return "Token[***, account=" + account + ", expiresAt=" + expiresAt + "]";
    }
}
