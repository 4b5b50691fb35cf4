package dev.connexions.application.authorization;

import dev.connexions.domain.shared.AccessToken;
import dev.connexions.domain.token.TokenLease;

/**
 * The long-lived token that a consent brought: with Instagram Login the account's own, with Facebook Login the person's,
 * which opens the Pages' tokens.
 */
public record ConsentToken(AccessToken token, TokenLease lease) {}
