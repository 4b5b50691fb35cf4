package dev.connexions.meta.sandbox.facebook;

import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import dev.connexions.meta.sandbox.graph.Ask;
import dev.connexions.meta.sandbox.graph.GraphHost;
import dev.connexions.meta.sandbox.graph.NodeType;
import dev.connexions.meta.sandbox.graph.Schema;
import dev.connexions.meta.sandbox.people.Account;
import dev.connexions.meta.sandbox.people.Business;
import dev.connexions.meta.sandbox.people.Page;
import org.jspecify.annotations.Nullable;

/**
 * An Instagram account as Facebook Login knows it. It has no {@code account_type} and no {@code user_id}: asking for either
 * fails the whole call (dossier 2.1, quirk 17).
 */
final class FacebookAccounts {

    private FacebookAccounts() {}

    static NodeType<Account> into(Schema schema) {
        var type = NodeType.of(GraphHost.FACEBOOK, "IGUser", Account::id)
                .text("username", Account::username)
                .text("name", Account::name)
                .text("biography", account -> null)
                .text("website", account -> null)
                .text("profile_picture_url", account -> null)
                .text("legacy_instagram_user_id", Account::scopedId)
                .field("ig_id", (account, ask) -> LongNode.valueOf(Long.parseLong(account.scopedId())))
                .field("has_profile_pic", (account, ask) -> BooleanNode.FALSE)
                .field("is_published", (account, ask) -> BooleanNode.TRUE)
                .field("shopping_product_tag_eligibility", (account, ask) -> BooleanNode.FALSE)
                .field("followers_count", (account, ask) -> IntNode.valueOf(account.followers()))
                .field("follows_count", (account, ask) -> IntNode.valueOf(0))
                .field("media_count", (account, ask) -> IntNode.valueOf(0));
        type.ofAccount(Account::id);
        schema.nodes(type, (id, ask) -> {
            var account = ask.world().people().account(id).orElse(null);
            if (account == null || !account.professional() || !ask.session().sees(account)) {
                return null;
            }
            ask.require("basic");
            return account;
        });
        return type;
    }

    /** The portfolio that the account's page belongs to, told to whoever may see portfolios. */
    static void owned(NodeType<Account> accounts, NodeType<Business> businesses) {
        accounts.node("owner_business", businesses, FacebookAccounts::owner);
    }

    private static @Nullable Business owner(Account account, Ask ask) {
        if (!ask.session().has(Scopes.BUSINESSES)) {
            return null;
        }
        var assets = ask.world().assets();
        return assets.linkedTo(account)
                .filter(page -> page.relation() == Page.Relation.OWNED)
                .flatMap(page -> assets.business(page.business()))
                .orElse(null);
    }
}
