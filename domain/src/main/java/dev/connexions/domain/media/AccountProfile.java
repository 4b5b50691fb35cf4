package dev.connexions.domain.media;

import dev.connexions.domain.connexion.Account;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * The account as it shows itself. What it left empty is absent; absent is not zero.
 *
 * @param pictureUrl signed by Meta, good for hours only
 */
public record AccountProfile(
        Account account,
        @Nullable String name,
        @Nullable String biography,
        @Nullable String website,
        @Nullable URI pictureUrl,
        @Nullable Long followers,
        @Nullable Long follows,
        @Nullable Long media) {}
