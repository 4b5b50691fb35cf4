package dev.connexions.meta.sandbox.facebook;

import dev.connexions.meta.sandbox.app.RegisteredApp;
import dev.connexions.meta.sandbox.graph.NodeType;
import dev.connexions.meta.sandbox.graph.Schema;
import dev.connexions.meta.sandbox.people.Account;
import dev.connexions.meta.sandbox.people.Page;
import dev.connexions.meta.sandbox.people.Person;
import java.util.function.Consumer;

/** What {@code graph.facebook.com} knows of people, pages and tokens. */
public final class FacebookGraph {

    private FacebookGraph() {}

    /** The types that others have more to say about. */
    public record Types(NodeType<Account> accounts, NodeType<Page> pages) {}

    /** @param removed hears who took the whole app back */
    public static Types into(Schema schema, RegisteredApp app, FacebookSessions sessions, Consumer<Person> removed) {
        FacebookTokens.into(schema, app, sessions);
        DebugToken.into(schema, app);
        var accounts = FacebookAccounts.into(schema);
        var pages = PageNodes.into(schema, accounts);
        var businesses = Businesses.into(schema, pages);
        FacebookAccounts.owned(accounts, businesses);
        Users.into(schema, pages, businesses, removed);
        return new Types(accounts, pages);
    }
}
