package dev.connexions.db.connexion;

import dev.connexions.db.connexion.StateColumns.Token;
import dev.connexions.db.shared.Params;
import dev.connexions.domain.connexion.Account;
import dev.connexions.domain.connexion.Cause.Evidence;
import dev.connexions.domain.connexion.Link;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.connexion.NewConnexion;
import dev.connexions.domain.connexion.Scopes;
import dev.connexions.domain.token.Refreshing.Attempt;
import dev.connexions.domain.token.TokenLease;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the statements that write are given. */
final class RowParams {

    private RowParams() {}

    static Params of(NewConnexion connexion) {
        return new Params()
                .uuid("id", connexion.id().value())
                .uuid("organisation", connexion.organisation().value())
                .text("clientType", connexion.client().type())
                .uuid("clientId", connexion.client().id())
                .text("key", connexion.key().value())
                .text("email", connexion.accountEmail().value())
                .number(
                        "limit",
                        connexion.dailyLimit() == null
                                ? null
                                : connexion.dailyLimit().units())
                .at("at", connexion.at());
    }

    static Params row(ConnexionRow row) {
        var link = Optional.ofNullable(row.state().link());
        var account = link.map(Link::account);
        return key(row).text("clientType", row.client().type())
                .uuid("clientId", row.client().id())
                .text("email", row.accountEmail())
                .number("limit", row.dailyLimit())
                .flag("enabled", row.enabled())
                .at("activatedAt", row.activatedAt())
                .at("syncedAt", row.lastSyncedAt())
                .text("status", row.state().status())
                .text("reason", row.state().reason())
                .flag("destroyToken", row.state().token() == Token.NONE)
                .flag("linked", link.isPresent())
                .text("account", account.map(each -> each.id().value()).orElse(null))
                .text("page", account.map(Account::pageId).orElse(null))
                .text("type", account.map(Account::type).map(Enum::name).orElse(null))
                .at(
                        "expiresAt",
                        link.map(Link::lease).map(TokenLease::expiresAt).orElse(null))
                .scopes("granted", link.map(Link::granted).orElse(Scopes.NONE));
    }

    /** A state that cannot be read says nothing. */
    static Params state(ConnexionRow row) {
        var state = row.state();
        var link = Optional.ofNullable(state.status() == null ? null : state.link());
        var evidence = Optional.ofNullable(state.status() == null ? null : state.evidence());
        var last = Optional.ofNullable(row.refreshing().last());
        return key(row).number("version", row.version())
                .text("account", link.map(each -> each.account().id().value()).orElse(null))
                .text("username", link.map(Link::account).map(Account::username).orElse(null))
                .text("product", link.map(Link::product).map(LoginProduct::code).orElse(null))
                .uuid("grant", link.map(Link::grant).map(grant -> grant.value()).orElse(null))
                .scopes("requested", link.map(Link::requested).orElse(Scopes.NONE))
                .at("issuedAt", link.map(Link::lease).map(TokenLease::issuedAt).orElse(null))
                .text("status", state.status())
                .at("since", ifReadable(state, row.since()))
                .text("reason", state.status() == null ? null : state.reason())
                .number("metaCode", evidence.map(Evidence::metaCode).orElse(null))
                .number("metaSubcode", evidence.map(Evidence::metaSubcode).orElse(null))
                .at("evidenceAt", evidence.map(Evidence::at).orElse(null))
                .at("until", ifReadable(state, state.throttledUntil()))
                .flag("linked", link.isPresent())
                .at(
                        "expiresAt",
                        link.map(Link::lease).map(TokenLease::expiresAt).orElse(null))
                .at("nextRefreshAt", row.refreshing().nextAt())
                .number("refreshFailures", row.refreshing().failures())
                .at("lastRefreshAt", last.map(Attempt::at).orElse(null))
                .text("lastRefreshResult", last.map(Attempt::result).orElse(null));
    }

    private static Params key(ConnexionRow row) {
        return new Params().uuid("organisation", row.organisation()).uuid("id", row.id());
    }

    private static @Nullable Instant ifReadable(StateColumns state, @Nullable Instant at) {
        return state.status() == null ? null : at;
    }
}
