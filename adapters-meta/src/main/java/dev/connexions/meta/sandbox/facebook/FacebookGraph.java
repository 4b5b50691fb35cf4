package dev.connexions.meta.sandbox.facebook;

import dev.connexions.meta.sandbox.app.RegisteredApp;
import dev.connexions.meta.sandbox.graph.NodeType;
import dev.connexions.meta.sandbox.graph.Schema;
import dev.connexions.meta.sandbox.people.Account;

/** What {@code graph.facebook.com} knows of people, pages and tokens. */
public final class FacebookGraph {

    private FacebookGraph() {}

    /** @return the type of Instagram accounts, for those who have more to say about it */
    public static NodeType<Account> into(Schema schema, RegisteredApp app, FacebookSessions sessions) {
        FacebookTokens.into(schema, app, sessions);
        DebugToken.into(schema, app);
        var accounts = FacebookAccounts.into(schema);
        var pages = PageNodes.into(schema, accounts);
        Users.into(schema, pages, Businesses.into(schema, pages));
        return accounts;
    }
}
