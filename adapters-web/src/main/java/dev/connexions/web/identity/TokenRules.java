package dev.connexions.web.identity;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a platform token has to be.
 *
 * @param issuer absent: any
 * @param audience one that the token has to name; absent: any
 * @param leeway how far the platform's clock may be from ours
 * @param maxLifetime from {@code iat} to {@code exp}; absent: any
 */
public record TokenRules(
        TokenKeys keys,
        @Nullable String issuer,
        @Nullable String audience,
        Duration leeway,
        @Nullable Duration maxLifetime) {

    public static final Duration DEFAULT_LEEWAY = Duration.ofSeconds(60);

    public static TokenRules of(TokenKeys keys) {
        return new TokenRules(keys, null, null, DEFAULT_LEEWAY, null);
    }
}
