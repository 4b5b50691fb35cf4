package dev.connexions.meta.sandbox.token;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param number how many were issued before it; a page token has that of the user token it came from
 * @param holder the Instagram account of a token of Instagram Login, the person of any other, the app of an app's
 * @param page whose token it is, if it is a page's
 * @param scopes what was granted with it; of Facebook Login it is the person's consent that says so
 * @param expiresAt absent: never
 */
public record Token(
        String value,
        long number,
        Kind kind,
        String holder,
        @Nullable String page,
        boolean longLived,
        List<String> scopes,
        Instant issuedAt,
        @Nullable Instant expiresAt) {

    public enum Kind {
        INSTAGRAM,
        USER,
        PAGE,
        SYSTEM_USER,
        APP
    }

    public Token {
        scopes = List.copyOf(scopes);
    }

    public boolean isExpired(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }

    @Override
    public String toString() {
        return "Token[***, kind=" + kind + ", holder=" + holder + ", expiresAt=" + expiresAt + "]";
    }
}
