package dev.connexions.application.shared;

import dev.connexions.domain.connexion.AccountId;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.shared.AccessToken;
import org.jspecify.annotations.Nullable;

/**
 * On whose behalf Meta is asked, and with what.
 *
 * @param pageId the Facebook Page that the account is linked to; Facebook Login only
 * @param token speaks for the account: its own with Instagram Login, the Page's with Facebook Login
 * @param personToken of the person who consented, if it is held; Facebook Login only. What Meta hides from the Page's
 *     token (since May 2026 it does so to fresh containers and media now and then) is read once more with it.
 */
public record MetaAccess(
        LoginProduct product,
        AccountId account,
        @Nullable String pageId,
        AccessToken token,
        @Nullable AccessToken personToken) {

    public static MetaAccess instagram(AccountId account, AccessToken token) {
        return new MetaAccess(LoginProduct.INSTAGRAM, account, null, token, null);
    }

    public static MetaAccess facebook(
            AccountId account, @Nullable String pageId, AccessToken pageToken, @Nullable AccessToken personToken) {
        return new MetaAccess(LoginProduct.FACEBOOK, account, pageId, pageToken, personToken);
    }
}
