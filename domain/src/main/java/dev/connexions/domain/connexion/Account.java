package dev.connexions.domain.connexion;

import org.jspecify.annotations.Nullable;

/**
 * The Instagram professional account at the other end.
 *
 * @param pageId the Facebook Page it is linked to; only with {@link LoginProduct#FACEBOOK}
 */
public record Account(
        AccountId id,
        @Nullable String username,
        @Nullable AccountType type,
        @Nullable String pageId) {}
