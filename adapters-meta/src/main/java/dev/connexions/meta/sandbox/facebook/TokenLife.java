package dev.connexions.meta.sandbox.facebook;

import dev.connexions.meta.sandbox.graph.GraphError;
import dev.connexions.meta.sandbox.graph.GraphErrors;
import dev.connexions.meta.sandbox.people.Trouble;
import dev.connexions.meta.sandbox.token.Token;
import dev.connexions.meta.sandbox.world.World;
import org.jspecify.annotations.Nullable;

/** What ends a token of Facebook Login. A page's dies with its user's session, and of some causes of its own. */
final class TokenLife {

    private TokenLife() {}

    /** Why it speaks no longer; null while it does (dossier 1.4, 7.2). */
    static @Nullable GraphError end(World world, Token token) {
        var person = world.people().person(token.holder()).orElse(null);
        if (person == null) {
            return GraphErrors.unknownToken();
        }
        var trouble = stopping(person.trouble(), token);
        if (trouble != null) {
            return trouble;
        }
        if (token.isExpired(world.now())) {
            return GraphErrors.expiredToken();
        }
        var consent = world.assets().consentOf(person.id()).orElse(null);
        if (consent == null) {
            return GraphErrors.deadToken(Trouble.Kind.REVOKED);
        }
        if (!world.now().isBefore(consent.dataAccessEnds())) {
            return GraphError.of(
                    world.setting(FacebookSettings.DATA_ACCESS_ENDED),
                    "The user's data access has expired: the user must use the app again.");
        }
        return token.page() == null ? null : endOfPage(world, token, token.page());
    }

    private static @Nullable GraphError endOfPage(World world, Token token, String id) {
        var page = world.assets().page(id).orElse(null);
        if (page == null) {
            return GraphErrors.unknownToken();
        }
        if (!page.hasRole(token.holder())) {
            return GraphError.of(
                    190,
                    492,
                    "Error validating access token: The user must be an administrator, editor, or moderator of the page"
                            + " in order to impersonate it.");
        }
        var linked = world.people().account(page.instagram()).orElse(null);
        return linked == null ? null : stopping(linked.trouble(), token);
    }

    private static @Nullable GraphError stopping(@Nullable Trouble trouble, Token token) {
        return trouble != null && trouble.stops(token.number()) ? GraphErrors.deadToken(trouble.kind()) : null;
    }
}
