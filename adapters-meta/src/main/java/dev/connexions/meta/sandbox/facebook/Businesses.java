package dev.connexions.meta.sandbox.facebook;

import dev.connexions.meta.sandbox.graph.Ask;
import dev.connexions.meta.sandbox.graph.GraphHost;
import dev.connexions.meta.sandbox.graph.NodeType;
import dev.connexions.meta.sandbox.graph.Schema;
import dev.connexions.meta.sandbox.people.Business;
import dev.connexions.meta.sandbox.people.Page;
import dev.connexions.meta.sandbox.token.Token;
import java.util.List;

/** Business portfolios and the pages in them: the second way to an account (dossier 2.1). */
final class Businesses {

    private Businesses() {}

    static NodeType<Business> into(Schema schema, NodeType<Page> pages) {
        var type = NodeType.of(GraphHost.FACEBOOK, "Business", Business::id)
                .text("name", Business::name)
                .byDefault("name")
                .list("owned_pages", pages, (business, ask) -> in(business, Page.Relation.OWNED, ask))
                .list("client_pages", pages, (business, ask) -> in(business, Page.Relation.CLIENT, ask));
        schema.nodes(type, (id, ask) -> {
            var token = ask.session().token();
            var business = ask.world().assets().business(id).orElse(null);
            if (business == null
                    || token.kind() == Token.Kind.PAGE
                    || !business.people().contains(token.holder())) {
                return null;
            }
            ask.session().require(Scopes.BUSINESSES);
            return business;
        });
        return type;
    }

    private static List<Page> in(Business business, Page.Relation relation, Ask ask) {
        ask.session().require(Scopes.PAGES_LIST);
        return Visibility.of(ask.world(), ask.session().token()).in(business, relation);
    }
}
