package dev.connexions.meta.sandbox.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.connexions.meta.sandbox.graph.Ask;
import dev.connexions.meta.sandbox.graph.GraphHost;
import dev.connexions.meta.sandbox.graph.NodeType;
import dev.connexions.meta.sandbox.graph.Schema;
import dev.connexions.meta.sandbox.http.Json;
import dev.connexions.meta.sandbox.people.Account;
import dev.connexions.meta.sandbox.people.Page;
import dev.connexions.meta.sandbox.token.PageTokens;
import dev.connexions.meta.sandbox.token.Token;
import org.jspecify.annotations.Nullable;

/** Pages: their tokens, what one may do with them, and the account that is linked (dossier 2.1). */
final class PageNodes {

    private PageNodes() {}

    static NodeType<Page> into(Schema schema, NodeType<Account> accounts) {
        var connected = NodeType.of(GraphHost.FACEBOOK, "IGUser", Account::id)
                .text("username", Account::username)
                .text("name", Account::name)
                .text("profile_picture_url", account -> null);
        var type = NodeType.of(GraphHost.FACEBOOK, "Page", Page::id)
                .text("name", Page::name)
                .text("category", Page::category)
                .field("category_list", (page, ask) -> categories(page))
                .field("access_token", PageNodes::token)
                .field("tasks", PageNodes::tasks)
                .field("picture", (page, ask) -> picture())
                .text("link", page -> "https://www.facebook.com/" + page.id())
                .node("instagram_business_account", accounts, PageNodes::linked)
                .node("connected_instagram_account", connected, PageNodes::connected)
                .byDefault("access_token", "category", "category_list", "name", "tasks");
        schema.nodes(type, (id, ask) -> {
            var token = ask.session().token();
            var page = ask.world().assets().page(id).orElse(null);
            return page != null
                            && token.kind() != Token.Kind.APP
                            && (token.page() == null || token.page().equals(id))
                            && Visibility.of(ask.world(), token).shows(page)
                    ? page
                    : null;
        });
        return type;
    }

    private static JsonNode token(Page page, Ask ask) {
        var token = ask.session().token();
        return TextNode.valueOf(
                token.page() == null ? PageTokens.of(token, page.id()).value() : token.value());
    }

    private static JsonNode tasks(Page page, Ask ask) {
        var tasks = Json.array();
        page.tasksOf(ask.session().token().holder()).forEach(task -> tasks.add(task.name()));
        return tasks;
    }

    private static JsonNode categories(Page page) {
        return Json.array().add(Json.object().put("id", "1759").put("name", page.category()));
    }

    private static JsonNode picture() {
        var data = Json.object().put("is_silhouette", true).put("url", "https://scontent.example/page.jpg");
        return Json.object().set("data", data);
    }

    /** Absent, not null, where nothing is linked or the token may not see it. */
    private static @Nullable Account linked(Page page, Ask ask) {
        return ask.session().has(Scopes.INSTAGRAM)
                ? ask.world().people().account(page.instagram()).orElse(null)
                : null;
    }

    private static @Nullable Account connected(Page page, Ask ask) {
        return ask.session().has(Scopes.INSTAGRAM)
                ? ask.world().people().account(page.connected()).orElse(null)
                : null;
    }
}
